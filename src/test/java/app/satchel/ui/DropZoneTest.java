package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;

/** Files, folders and links that are dropped on the window. */
class DropZoneTest extends SamplesRig {
  private static final DataFormat URL = format("text/uri-list");

  private static DataFormat format(String name) {
    DataFormat known = DataFormat.lookupMimeType(name);
    return known == null ? new DataFormat(name) : known;
  }

  /** What happens when something hangs over the middle of the window, or is let go there. */
  private DragEvent drag(EventType<DragEvent> type, Map<DataFormat, Object> what, Object from)
      throws Exception {
    return WindowRig.onUi(
        () -> {
          Node target = rig.window.scene().lookup("#place-library");
          TKClipboard content = dragged(Toolkit.getToolkit().createLocalClipboard());
          Constructor<Dragboard> maker = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
          maker.setAccessible(true);
          Dragboard board = maker.newInstance(content);
          board.setContent(what);
          DragEvent event =
              new DragEvent(
                  target, target, type, board, 9, 9, 9, 9, TransferMode.COPY, from, target, null);
          Event.fireEvent(target, event);
          return event;
        });
  }

  /** A clipboard that may be moved, copied and linked, as what is dragged may. */
  private static TKClipboard dragged(TKClipboard content) {
    return (TKClipboard)
        Proxy.newProxyInstance(
            DropZoneTest.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (_, method, args) ->
                method.getName().equals("getTransferModes")
                    ? EnumSet.allOf(TransferMode.class)
                    : method.invoke(content, args));
  }

  private static Map<DataFormat, Object> files(File... files) {
    return Map.of(DataFormat.FILES, List.of(files));
  }

  private boolean cue() throws Exception {
    return WindowRig.onUi(() -> rig.window.scene().lookup("#drop-cue").isVisible());
  }

  @Test
  void aFolderThatIsDroppedHasItsPage() throws Exception {
    File folder = OpenedSamples.folder(files, "weekly-report").toFile();

    DragEvent over = drag(DragEvent.DRAG_OVER, files(folder), null);
    assertThat(over.getAcceptedTransferMode()).isEqualTo(TransferMode.COPY);
    assertThat(cue()).isTrue();
    assertThat(rig.shows("Drop it to see its page")).isTrue();

    DragEvent dropped = drag(DragEvent.DRAG_DROPPED, files(folder), null);
    assertThat(dropped.isDropCompleted()).isTrue();
    assertThat(cue()).isFalse();
    rig.await("its page", () -> rig.labelled("weekly-report") != null);
    rig.await("checks", () -> rig.shows("Accepted after"));
    assertThat(folder).isDirectory();
  }

  @Test
  void theCueGoesWithWhatWasDragged() throws Exception {
    drag(DragEvent.DRAG_OVER, files(files.toFile()), null);
    assertThat(cue()).isTrue();
    WindowRig.onUi(
        () -> {
          Node root = rig.window.scene().getRoot();
          Event.fireEvent(
              root,
              new DragEvent(
                  root, root, DragEvent.DRAG_EXITED, null, 0, 0, 0, 0, null, null, null, null));
          return null;
        });
    assertThat(cue()).isFalse();
  }

  @Test
  void aLinkIsTakenAsTextAndAsAnAddress() throws Exception {
    Map<DataFormat, Object> text =
        Map.of(DataFormat.PLAIN_TEXT, " satchel://skill/@a/b/no-such-skill\n");
    assertThat(drag(DragEvent.DRAG_OVER, text, null).getAcceptedTransferMode())
        .isEqualTo(TransferMode.COPY);
    drag(DragEvent.DRAG_DROPPED, text, null);
    rig.await("words", () -> rig.shows("There is no skill 'no-such-skill'"));

    Map<DataFormat, Object> address = Map.of(URL, "satchel://skill/@a/b/none-either");
    drag(DragEvent.DRAG_DROPPED, address, null);
    rig.await("words", () -> rig.shows("There is no skill 'none-either'"));
  }

  @Test
  void otherTextAndWhatComesFromThisWindowAreNotTaken() throws Exception {
    Map<DataFormat, Object> text = Map.of(DataFormat.PLAIN_TEXT, "https://example.org");
    assertThat(drag(DragEvent.DRAG_OVER, text, null).getAcceptedTransferMode()).isNull();
    assertThat(
            drag(DragEvent.DRAG_OVER, files(files.toFile()), rig.window.scene())
                .getAcceptedTransferMode())
        .isNull();
    assertThat(cue()).isFalse();
    assertThat(drag(DragEvent.DRAG_DROPPED, text, null).isDropCompleted()).isFalse();
  }

  @Test
  void behindTheWizardNothingIsTaken() throws Exception {
    rig.await("a page", () -> rig.find("#add") != null && rig.shows("Accepted"));
    rig.fire("#add");
    rig.await("the wizard", () -> rig.find(".wizard-card") != null);
    assertThat(drag(DragEvent.DRAG_OVER, files(files.toFile()), null).getAcceptedTransferMode())
        .isNull();
    assertThat(drag(DragEvent.DRAG_DROPPED, files(files.toFile()), null).isDropCompleted())
        .isFalse();
  }
}
