/**
 * A skill's Markdown as data: what it says, and what may be done with its links and images.
 *
 * <p>{@link app.satchel.markdown.MarkdownReader} turns hostile text into a bounded {@link
 * app.satchel.markdown.MarkdownDocument} of sealed blocks and inlines. The policy is applied here,
 * so that no view can forget it: raw HTML is reduced to its words, targets are sorted into what may
 * be done with them, hidden characters and comments become visible. No toolkit below this line.
 */
package app.satchel.markdown;
