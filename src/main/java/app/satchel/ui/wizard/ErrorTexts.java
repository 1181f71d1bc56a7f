package app.satchel.ui.wizard;

import app.satchel.check.upload.UploadRules.ErrorText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises what claude.ai said. Case, spacing, kinds of quotes and figures do not count; an
 * ellipsis in a known text stands for anything; the longest text that fits wins.
 */
final class ErrorTexts {
  /** More than this of a pasted text is not read. */
  private static final int MOST = 4_000;

  private final List<Known> known;

  /**
   * @param pieces what has to occur, in this order
   */
  private record Known(ErrorText text, List<String> pieces, int length) {}

  ErrorTexts(List<ErrorText> texts) {
    known =
        texts.stream()
            .filter(text -> !text.start().isBlank())
            .map(
                text -> {
                  List<String> pieces = pieces(text.start());
                  return new Known(text, pieces, pieces.stream().mapToInt(String::length).sum());
                })
            .filter(one -> !one.pieces().isEmpty())
            .sorted(Comparator.comparingInt(Known::length).reversed())
            .toList();
  }

  Optional<ErrorText> find(String pasted) {
    String plain = plain(pasted.substring(0, Math.min(MOST, pasted.length())));
    return known.stream().filter(one -> occurs(one.pieces(), plain)).map(Known::text).findFirst();
  }

  private static boolean occurs(List<String> pieces, String text) {
    int at = 0;
    for (String piece : pieces) {
      int found = text.indexOf(piece, at);
      if (found < 0) {
        return false;
      }
      at = found + piece.length();
    }
    return true;
  }

  private static List<String> pieces(String start) {
    List<String> pieces = new ArrayList<>();
    for (String part : start.replace("...", "\u2026").split("\u2026", -1)) {
      String piece = plain(part);
      if (!piece.isEmpty()) {
        pieces.add(piece);
      }
    }
    return pieces;
  }

  /** Lower case; quotes and blanks of one kind; every figure, and a lone N, as {@code #}. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (String word : text.toLowerCase(Locale.ROOT).split("[\\s\\u00A0]+")) {
      String same = word.replaceAll("[\\u2018\\u2019\\u201C\\u201D\"`]", "'");
      same = same.replaceAll("[0-9]+", "#");
      same = same.replaceAll("^n(?=[.,]?$)", "#");
      if (!same.isEmpty()) {
        plain.append(plain.isEmpty() ? "" : " ").append(same);
      }
    }
    return plain.toString();
  }
}
