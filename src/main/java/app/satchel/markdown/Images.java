package app.satchel.markdown;

import java.util.List;

/** Images in running text. */
final class Images {
  private Images() {}

  /** Whether a run of text is nothing but images, with spaces and line ends between them. */
  static boolean alone(List<Inline> content) {
    return content.stream().anyMatch(Inline.Image.class::isInstance)
        && content.stream()
            .allMatch(
                inline ->
                    inline instanceof Inline.Image
                        || inline instanceof Inline.LineBreak
                        || inline instanceof Inline.Text text && text.text().isBlank());
  }

  /** The images of a run, in order. */
  static List<Inline.Image> of(List<Inline> content) {
    return content.stream()
        .filter(Inline.Image.class::isInstance)
        .map(Inline.Image.class::cast)
        .toList();
  }
}
