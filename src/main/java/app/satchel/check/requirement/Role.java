package app.satchel.check.requirement;

/** What a word or sign does in a sentence about requirements. */
enum Role {
  /** Something the vocabulary knows by name. */
  TERM,
  /** A version with its decorations: {@code 3.10+}, {@code v2.1.x}, {@code 2.6/2.7}. */
  VERSION,
  /** A comparator: {@code >=}, {@code ^}. */
  COMPARATOR,
  /** The name of an environment variable. */
  VARIABLE,
  /** A scoped npm package. */
  SCOPED,
  /** An address, path or file name. */
  PLACE,
  /** A word nobody knows. */
  WORD,
  /** An article or adjective that changes nothing. */
  GLUE,
  /** A common noun that never is a name. */
  GENERIC,
  /** A noun that says what sort of thing its neighbour names: CLI, MCP server, API key. */
  HEAD,
  /** The name of an environment variable follows or precedes. */
  ENVIRONMENT,
  /** Requires. */
  NEED,
  /** May require: a need of some parts. */
  NEED_PART,
  /** Uses, targets, works on. */
  USE,
  /** Can also use: an offer, not a need. */
  USE_PART,
  /** Prefers, works best with. */
  PREFER,
  /** Required, needed: after what it speaks of, or before it. */
  REQUIRED,
  /** Optional, recommended: after what it speaks of, or before it. */
  OPTIONAL,
  OPTIONALLY,
  /** If available: what stands before it is optional. */
  IF_AVAILABLE,
  /** Only for: what stands before it is conditional. */
  ONLY_FOR,
  /** Works without it: what went before is optional. */
  FALLBACK,
  /** Can be skipped. */
  SKIPPED,
  NOT,
  /** Does not support: systems after it are excluded. */
  EXCLUDES,
  /** Not supported: systems before it are excluded. */
  UNSUPPORTED,
  /** What follows was only tried, or is an example. */
  VERIFIED,
  /** Is bundled, is installed automatically: what stands before it is not needed. */
  PROVIDED,
  ONE_OF,
  AND,
  OR,
  SLASH,
  COMMA,
  WITH,
  BUT,
  /** Begins a purpose or circumstance. */
  FOR,
  /** Begins a condition: what stands before it is needed only then. */
  CONDITION,
  TO,
  PREPOSITION,
  COPULA,
  OR_LATER,
  AT_MOST,
  /** Before a version: at least, version. */
  AT_LEAST,
  /** What follows is the name of the command. */
  RENAME,
  /** On the PATH: changes nothing. */
  ON_PATH,
  /** The beginning of an install command. */
  INSTALL,
  OPTION,
  COLON,
  DASH,
  SEMICOLON,
  OPEN,
  CLOSE,
  STOP
}
