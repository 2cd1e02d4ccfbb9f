import type { ThresholdResult } from './loginhistory.ts';
import type { Pointer } from './refusal.ts';

/** What a follower is told. Times: UTC, ISO 8601. */
export type Followed =
  | (Pointer & {
      readonly kind: 'failed';
      readonly at: string;
      readonly user?: string;
      readonly app?: string;
      readonly sourceIp?: string;
      readonly status: string;
      readonly recognised: boolean;
      readonly rows: number;
      /** More rows of an attempt that was told already. */
      readonly continues: boolean;
    })
  | {
      readonly kind: 'works-again';
      readonly at: string;
      readonly user?: string;
      readonly app?: string;
      readonly lastFailure: string;
    }
  | { readonly kind: 'exceeded'; readonly at: string; readonly threshold: ThresholdResult }
  | { readonly kind: 'trouble'; readonly at: string; readonly code: string };
