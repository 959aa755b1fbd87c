/** What a path says, before any data model is asked (TR-369 "Path Names"; TR-106 for the syntax) [R-ARC.7]. */

export type Operator = '==' | '!=' | '~=' | '<' | '>' | '<=' | '>=';

/** A literal of a search expression: quoted text, or an unquoted word (number, boolean, dateTime). */
export interface Constant {
  quoted: boolean;
  text: string;
}

/** One comparison: `Stats.ErrorsSent>0`. */
export interface Component {
  /** Relative parameter path: names and followed references, the last one the parameter. */
  steps: readonly Segment[];
  param: string;
  operator: Operator;
  constant: Constant;
}

export type Segment =
  | { kind: 'name'; name: string }
  /** Instance number addressing. */
  | { kind: 'instance'; number: number }
  /** `*` */
  | { kind: 'all' }
  /** `[...]`: a unique key address or a search, which the schema decides. */
  | { kind: 'search'; components: readonly Component[] }
  /** `Param#2+` or `Param#*+`: follow the reference(s) that the parameter holds. */
  | { kind: 'follow'; param: string; item: number | 'all' }
  /** `{i}` of a supported data model path. */
  | { kind: 'placeholder' };

export interface Leaf {
  kind: 'param' | 'command' | 'event';
  /** As in the schema: `Reboot()`, `Boot!`, `Alias`. */
  name: string;
}

export interface Path {
  text: string;
  segments: readonly Segment[];
  /** Absent for object paths. */
  leaf: Leaf | undefined;
  /** The object path lacked its final dot, as in references. */
  undotted: boolean;
}

/** A sentence for the person who wrote the path. */
export interface PathSyntaxError {
  reason: string;
  /** It is not the syntax: one of our limits does not allow it. */
  isLimit?: true;
}
