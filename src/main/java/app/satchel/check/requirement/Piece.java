package app.satchel.check.requirement;

/**
 * A word or sign before phrases are found.
 *
 * @param role null for a word
 * @param code whether it stands in backticks
 * @param start where it begins in the text
 * @param end behind its last letter
 */
record Piece(Role role, String text, boolean code, int start, int end) {}
