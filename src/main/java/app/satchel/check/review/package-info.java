/**
 * What a skill may do, read from its files and said plainly, each finding with the place it was
 * read from. A static look can show evidence; it cannot clear a skill (measured by others: 8 to 20
 * % of malicious skills are found that way, 2026-11), so nothing here ever says that there is
 * nothing to fear.
 */
package app.satchel.check.review;
