package app.satchel.markdown;

import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The footnotes of a document, numbered in the order in which the text refers to them. One that
 * nothing refers to is shown as well, under its author's name for it: a web page leaves it out, and
 * an agent reads it.
 */
final class FootnoteNumbers {
  private static final int LONGEST_NAME = 24;

  private final List<FootnoteBlock> referred = new ArrayList<>();
  private final Map<FootnoteBlock, Integer> numbers = new IdentityHashMap<>();
  private final List<FootnoteBlock> defined = new ArrayList<>();
  private final Set<FootnoteBlock> given = Collections.newSetFromMap(new IdentityHashMap<>());
  private int nextReferred;
  private int nextDefined;

  /** Notes a definition where it stands. */
  void defines(FootnoteBlock definition) {
    defined.add(definition);
  }

  /** Notes a reference; says whether it is the first to this footnote. */
  boolean refersTo(FootnoteBlock definition) {
    if (numbers.containsKey(definition)) {
      return false;
    }
    referred.add(definition);
    numbers.put(definition, referred.size());
    return true;
  }

  /**
   * The next one to show: those that are referred to, then the others; null when there is none
   * left. What is read meanwhile may refer to further ones and define them.
   */
  FootnoteBlock next() {
    while (nextReferred < referred.size()) {
      FootnoteBlock definition = referred.get(nextReferred++);
      if (given.add(definition)) {
        return definition;
      }
    }
    while (nextDefined < defined.size()) {
      FootnoteBlock definition = defined.get(nextDefined++);
      if (given.add(definition)) {
        return definition;
      }
    }
    return null;
  }

  String marker(FootnoteBlock definition) {
    Integer number = numbers.get(definition);
    return number == null ? name(definition) : number.toString();
  }

  private static String name(FootnoteBlock definition) {
    String name = VisibleText.bracketed(definition.getText().toString().strip());
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "\u2026";
  }

  /** The footnote's place; no heading has a colon in its anchor. */
  String anchor(FootnoteBlock definition) {
    return numbers.containsKey(definition) ? "fn:" + numbers.get(definition) : "";
  }

  /** The place of the first reference to it; empty when there is none. */
  String back(FootnoteBlock definition) {
    return numbers.containsKey(definition) ? "fnref:" + numbers.get(definition) : "";
  }

  Block.Footnote note(FootnoteBlock definition, List<Block> content) {
    return new Block.Footnote(marker(definition), anchor(definition), back(definition), content);
  }
}
