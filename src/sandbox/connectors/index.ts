import { ciscoMeraki } from './cisco-meraki.ts';
import { salesforce } from './salesforce.ts';
import { webex } from './webex.ts';

/** The vendors behind the endpoint, one line each. */
export const connectors = [ciscoMeraki, salesforce, webex] as const;
