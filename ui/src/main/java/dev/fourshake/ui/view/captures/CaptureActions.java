package dev.fourshake.ui.view.captures;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.workspace.CaptureEntry;
import dev.fourshake.app.workspace.CaptureTrash;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.ui.capture.CaptureOpening;
import dev.fourshake.ui.capture.FileCommands;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.message.Message;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with the chosen captures, each as a command with its menu item and button. */
final class CaptureActions {

    private static final Texts TEXTS = Texts.of(CaptureActions.class);

    private static final Command OPEN = Command.of("captures.open", TEXTS.get("command.open"))
            .hint(TEXTS.get("command.open.hint")).icon(Feather.EYE);
    private static final Command REPLAY = Command.of("captures.replay", TEXTS.get("command.replay"))
            .hint(TEXTS.get("command.replay.hint")).icon(Feather.PLAY_CIRCLE);
    static final Command RENAME = Command.of("captures.rename", TEXTS.get("command.rename"))
            .icon(Feather.EDIT_2).key("F2");
    private static final Command DELETE = Command.of("captures.delete", TEXTS.get("command.delete"))
            .hint(TEXTS.get("command.delete.hint")).icon(Feather.TRASH_2);
    private static final Command COPY_PATH = Command.of("captures.copyPath", TEXTS.get("command.copyPath"))
            .hint(TEXTS.get("command.copyPath.hint")).icon(Feather.CLIPBOARD);
    private static final Command REFRESH = Command.of("captures.refresh", TEXTS.get("command.refresh"))
            .hint(TEXTS.get("command.refresh.hint")).icon(Feather.REFRESH_CW);

    /** What deleting came to. */
    private record Deleted(List<Path> taken, Optional<CaptureException> failure) {
    }

    private final Workbench workbench;
    private final Workspace workspace;
    private final CaptureOpening opening;
    private final Supplier<List<CaptureEntry>> chosen;
    private final Consumer<Path> moved;
    private final BooleanProperty some = new SimpleBooleanProperty();

    /**
     * @param chosen  the captures that are chosen
     * @param edit    lets the name of the chosen one be typed in
     * @param refresh looks which captures there are
     * @param moved   told of a capture's file when it is a new one: it was renamed, or came back
     */
    CaptureActions(ViewSite site, ViewContext context, Supplier<List<CaptureEntry>> chosen, Runnable edit,
                   Runnable refresh, Consumer<Path> moved) {
        workbench = site.workbench();
        workspace = context.workspace();
        opening = new CaptureOpening(workbench, context);
        this.chosen = chosen;
        this.moved = moved;
        workbench.commands().handle(OPEN, Handler.of(this::open, some));
        workbench.commands().handle(REPLAY, Handler.of(() -> eachFile(opening::replay), some));
        workbench.commands().handle(DELETE, Handler.of(this::delete, some));
        workbench.commands().handle(COPY_PATH, Handler.of(this::copyPath, some));
        workbench.commands().handle(REFRESH, Handler.of(refresh));
        site.handle(RENAME, Handler.of(edit, some));
    }

    List<Node> toolbar() {
        return Stream.of(REPLAY, FileCommands.OPEN, DELETE, REFRESH)
                .<Node>map(command -> CommandControls.button(workbench.commands(), command)).toList();
    }

    ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (Command command : List.of(OPEN, REPLAY, RENAME, DELETE, COPY_PATH, FileCommands.OPEN, REFRESH)) {
            menu.getItems().add(CommandControls.menuItem(workbench.commands(), command));
        }
        return menu;
    }

    /** Something else is chosen. */
    void update() {
        some.set(!chosen.get().isEmpty());
    }

    void open() {
        eachFile(opening::open);
    }

    private void eachFile(Consumer<Path> action) {
        chosen.get().forEach(entry -> action.accept(entry.file().file()));
    }

    private void copyPath() {
        ClipboardContent content = new ClipboardContent();
        content.putString(chosen.get().stream().map(entry -> entry.file().file().toString())
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    void rename(CaptureEntry entry, String wish) {
        workbench.jobs().start(TEXTS.get("job.rename", entry.file().name()),
                        _ -> workspace.rename(entry.file().file(), wish))
                .onDone(moved).onFailure(this::tell);
    }

    // ------------------------------------------------------------------ deleting, and taking it back

    /** Moves the chosen captures into the trash. */
    void delete() {
        List<CaptureEntry> entries = chosen.get();
        if (entries.isEmpty()) {
            return;
        }
        String first = entries.getFirst().file().name();
        workbench.jobs().start(TEXTS.get("job.delete", first), _ -> delete(entries)).onDone(deleted -> {
            if (!deleted.taken().isEmpty()) {
                workbench.messages().show(Message.info(TEXTS.get("deleted", first, deleted.taken().size(),
                        CaptureTrash.KEPT_DAYS, workspace.trash().directory().toString()))
                        .action(TEXTS.get("undo"), () -> restore(deleted.taken())));
            }
            deleted.failure().ifPresent(this::tell);
            moved.accept(null);
        });
    }

    private Deleted delete(List<CaptureEntry> entries) {
        List<Path> taken = new ArrayList<>();
        for (CaptureEntry entry : entries) {
            try {
                taken.add(workspace.trash().take(entry.file().file()));
                workspace.recent().forget(entry.file().file());
            } catch (CaptureException failure) {
                return new Deleted(taken, Optional.of(failure));
            }
        }
        return new Deleted(taken, Optional.empty());
    }

    private void restore(List<Path> taken) {
        workbench.jobs().start(TEXTS.get("job.restore"), _ -> {
            Path last = null;
            for (Path file : taken) {
                last = workspace.trash().restore(file);
            }
            return last;
        }).onDone(moved).onFailure(this::tell);
    }

    private void tell(Exception failure) {
        workbench.messages().show(Message.error(failure.getLocalizedMessage()));
    }
}
