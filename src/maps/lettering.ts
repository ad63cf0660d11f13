/** The words of a map in one view: each beside what it names, inside, and apart from the others. */
import { arrange } from './arrange.ts';
import { type Arrow, type ArrowSpot, arrowReach, arrowsTowards } from './arrows.ts';
import type { Atlas } from './atlas.ts';
import { inset, overlap } from './box.ts';
import { atPoint, besideMark, type Candidate, nearPoint, type Sheet } from './candidates.ts';
import type { Feature } from './features.ts';
import { isInCapitals, type LabelKind, type LabelLine, markBox } from './label.ts';
import type { MapSpec } from './map-spec.ts';

export interface Label extends LabelLine {
  readonly kind: LabelKind;
  readonly isCapitals: boolean;
  /** It crosses a coast, or the edge of a colour: a halo keeps it legible. */
  readonly isCrossing: boolean;
  /** All of it lies on the dark ground of the subject. */
  readonly isOnSubject: boolean;
}

export interface Lettering {
  readonly labels: readonly Label[];
  readonly arrows: readonly Arrow[];
  /** What there is no room for. */
  readonly leftOut: readonly Feature[];
}

interface Place extends Candidate {
  readonly arrow?: Arrow;
}

export function letter(
  features: readonly Feature[],
  spec: MapSpec,
  atlas: Atlas,
  sheet: Sheet,
): Lettering {
  const places = arrange(features.map((feature) => placesFor(feature, spec, atlas, sheet)));
  const labels = features.flatMap(({ kind }, index) =>
    (places[index]?.lines ?? []).map(({ line, box }): Label => {
      // Letters fill less than the box that keeps others away.
      const inner = inset(box, box.width * 0.03, box.height * 0.12);
      const shares = Object.values(sheet.tones).map((share) => share(inner));
      return {
        ...line,
        kind,
        isCapitals: isInCapitals(kind, line.text),
        isCrossing: !shares.includes(1),
        isOnSubject: sheet.tones.subject(inner) === 1,
      };
    }),
  );
  return {
    labels,
    arrows: places.flatMap((place) => place?.arrow ?? []),
    leftOut: features.filter((_, index) => places[index] === undefined),
  };
}

function placesFor(feature: Feature, spec: MapSpec, { projection }: Atlas, sheet: Sheet): Place[] {
  const { position } = feature;
  if (position.is === 'point') return nearPoint(feature, position.at, position.home, sheet);
  if (position.is === 'arrow') {
    const arrows = arrowsTowards(position.to, projection, spec, sheet.view.safe);
    return arrows.flatMap((spot) => besideArrow(feature, spot, sheet));
  }
  const { at, radius, wish = { side: 'right' } } = position;
  const beside = besideMark(feature, { ...at, radius }, wish.side, sheet);
  if (wish.at === undefined) return beside;
  const others = beside.map((each) => ({ ...each, cost: each.cost + 4 }));
  return [...atPoint(feature, wish.at, wish.side, sheet), ...others];
}

function besideArrow(feature: Feature, { arrow, shift }: ArrowSpot, sheet: Sheet): Place[] {
  const box = markBox(arrow, arrowReach);
  if (sheet.marks.some((mark) => overlap(box, mark))) return [];
  const cost = shift / 22 + (sheet.tones.subject(box) > 0 ? 12 : 0);
  const beside = besideMark(feature, { ...arrow, radius: arrowReach }, 'right', sheet);
  return beside.map((each) => ({
    ...each,
    arrow,
    boxes: [...each.boxes, box],
    cost: each.cost + cost,
  }));
}
