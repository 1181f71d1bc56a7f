/**
 * A skill's Markdown as data: what it says, and what may be done with its links and images.
 *
 * <p>{@link app.satchel.markdown.MarkdownReader} turns hostile text into a bounded {@link
 * app.satchel.markdown.MarkdownDocument} of sealed blocks and inlines. The policy is applied here,
 * so that no view can forget it: raw HTML is reduced to its words, targets are sorted into what may
 * be done with them, hidden characters and comments become visible. No toolkit below this line.
 *
 * <p>The dialect is CommonMark with tables, task boxes, struck words, bare addresses, footnotes and
 * the five notices ({@code > [!NOTE]}). Definition lists are left out: of 3,039 real skills none
 * uses them, and a line that begins with a colon means nothing to the other readers of a skill. Of
 * HTML, what stands for something Markdown has too is read as that; the rest is its words.
 */
package app.satchel.markdown;
