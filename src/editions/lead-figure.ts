/** The picture at the head of an essay, in a form that prints. */

import type { Essay } from '../essay/essay.ts';
import type { Messages } from '../i18n/load-messages.ts';
import { type MapDrawing, mapDrawing } from '../maps/map-svg.ts';

export interface LeadFigure extends MapDrawing {
  /** What it shows, for who cannot see it. */
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** The map of an essay; a lead picture that is an image file is read from the page, as those of the text are. */
export function leadFigureOf(
  { picture }: Pick<Essay, 'picture'>,
  messages: Messages,
): LeadFigure | undefined {
  if (picture?.map === undefined) return undefined;
  return {
    ...mapDrawing(picture.map, messages),
    alt: picture.alt,
    caption: picture.caption,
    credit: picture.credit ?? messages.mapData,
  };
}
