/** Runs in every page of the development server, which cannot know otherwise whom it talks to. */
import { type Greeting, greetingEvent, versionName } from './page-greeting.ts';

const [navigation] = performance.getEntriesByType('navigation');
const timing = navigation instanceof PerformanceNavigationTiming ? navigation.serverTiming : [];
const version = timing?.find(({ name }) => name === versionName)?.description;
const greeting: Greeting = { path: location.pathname, version };
import.meta.hot?.send(greetingEvent, greeting);
