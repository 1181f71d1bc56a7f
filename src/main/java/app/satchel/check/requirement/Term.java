package app.satchel.check.requirement;

import java.util.Objects;

/**
 * A word of the vocabulary.
 *
 * @param kind what sort of thing it names
 * @param name the name that is reported
 * @param ecosystem for a package, whose package manager it comes from ({@code python}, {@code
 *     node}, ...); else null
 */
record Term(Requirement.Kind kind, String name, String ecosystem) {
  Term {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(name);
  }
}
