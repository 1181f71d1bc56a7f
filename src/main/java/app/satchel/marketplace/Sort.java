package app.satchel.marketplace;

/** The orders a marketplace can be searched in. */
public enum Sort {
  RELEVANCE,
  INSTALLS,
  STARS,
  UPDATED
}
