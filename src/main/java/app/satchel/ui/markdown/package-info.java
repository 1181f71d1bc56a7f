/**
 * Markdown, shown natively: {@link app.satchel.ui.markdown.MarkdownPane} lays a document's blocks
 * in a column and builds only those that are near the visible part of the page around it.
 *
 * <p>{@code Cell}, {@code CellBuilder}, {@code Selection}, {@code Clip} and {@code Highlighter}
 * know no toolkit: what a document looks like is decided and tested there. Why not RichTextArea:
 * docs/decisions/0005-markdown-view.md.
 */
package app.satchel.ui.markdown;
