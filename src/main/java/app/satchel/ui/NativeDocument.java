package app.satchel.ui;

import app.satchel.markdown.MarkdownDocument;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.ui.markdown.MarkdownActions;
import app.satchel.ui.markdown.MarkdownPane;
import app.satchel.ui.markdown.MarkdownView;
import app.satchel.ui.markdown.WebPictures;
import app.satchel.ui.skill.DocumentView;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SKILL.md on a skill's page: our Markdown view, with the skill's files behind its links. */
final class NativeDocument implements DocumentView {
  private static final Logger LOG = LoggerFactory.getLogger(NativeDocument.class);

  /** A picture of the package that is larger than this is not read. */
  private static final long MAX_IMAGE_BYTES = 8L << 20;

  private final AtomicReference<SkillFolder> files = new AtomicReference<>();
  private final MarkdownView view;
  private MarkdownDocument shown = MarkdownDocument.empty();

  NativeDocument(
      Consumer<String> openFile, Consumer<URI> browse, WebPictures pictures, Runnable find) {
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
                openFile.accept(path);
              }

              @Override
              public FileState state(String path) {
                return stateOf(path);
              }
            },
            this::read,
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
    SkillFolder before = files.getAndSet(skill);
    // Pictures could not be read, nor links checked, before the files were there.
    if (before == null && skill != null) {
      view.show(shown);
    }
  }

  private MarkdownActions.FileState stateOf(String path) {
    SkillFolder skill = files.get();
    if (skill == null) {
      return MarkdownActions.FileState.UNKNOWN;
    }
    boolean there =
        path.isEmpty()
            || skill.file(path).isPresent()
            || skill.files().stream().anyMatch(file -> file.path().startsWith(path + "/"));
    return there ? MarkdownActions.FileState.THERE : MarkdownActions.FileState.MISSING;
  }

  private Optional<byte[]> read(String path) {
    SkillFolder skill = files.get();
    if (skill == null) {
      return Optional.empty();
    }
    Optional<SkillFile> file = skill.file(path).filter(one -> one.type() == SkillFile.Type.REGULAR);
    if (file.isEmpty() || file.get().bytes() > MAX_IMAGE_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(file.get().read());
    } catch (IOException e) {
      LOG.debug("A picture could not be read: {}", path, e);
      return Optional.empty();
    }
  }
}
