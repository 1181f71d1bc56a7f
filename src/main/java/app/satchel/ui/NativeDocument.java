package app.satchel.ui;

import app.satchel.markdown.MarkdownDocument;
import app.satchel.skill.SkillFolder;
import app.satchel.ui.markdown.MarkdownActions;
import app.satchel.ui.markdown.MarkdownPane;
import app.satchel.ui.markdown.MarkdownView;
import app.satchel.ui.markdown.PackageFiles;
import app.satchel.ui.markdown.WebPictures;
import app.satchel.ui.skill.DocumentView;
import java.net.URI;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;

/** SKILL.md on a skill's page: our Markdown view, with the skill's files behind its links. */
final class NativeDocument implements DocumentView {
  private final PackageFiles files = new PackageFiles();
  private final MarkdownView view;
  private MarkdownDocument shown = MarkdownDocument.empty();

  NativeDocument(
      BiConsumer<String, String> openFile,
      Consumer<URI> browse,
      WebPictures pictures,
      Runnable find) {
    view =
        new MarkdownPane(
            new MarkdownActions() {
              @Override
              public void openWeb(URI address) {
                browse.accept(address);
              }

              @Override
              public void openMail(String address) {
                browse.accept(URI.create("mailto:" + address));
              }

              @Override
              public void find() {
                find.run();
              }

              @Override
              public void openFile(String path, String anchor) {
                openFile.accept(path, anchor);
              }

              @Override
              public FileState state(String path) {
                return files.state(path);
              }
            },
            files,
            pictures);
  }

  @Override
  public MarkdownView markdown() {
    return view;
  }

  @Override
  public Node node() {
    return view.node();
  }

  @Override
  public void show(MarkdownDocument document) {
    shown = document;
    view.show(document);
  }

  @Override
  public void files(SkillFolder skill) {
    SkillFolder before = files.of(skill);
    // Pictures could not be read, nor links checked, before the files were there.
    if (before == null && skill != null) {
      view.show(shown);
    }
  }
}
