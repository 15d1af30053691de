package cn.anxun.app.wipe;

import cn.anxun.app.data.local.DraftRow;
import cn.anxun.app.data.local.DraftTable;
import cn.anxun.app.data.local.PhotoRow;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.bundle.PackPart;
import cn.anxun.core.sync.bundle.PackWriter;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;

/**
 * What somebody has typed or shot and the server does not hold, besides the entries that wait:
 * photos, drafts, what the camera wrote last; and as files, for they are in no push, the entries
 * that were refused, taken back, or differ from what the server has.
 */
final class Unsent {
  private static final OutboxState[] ASIDE = {
    OutboxState.QUARANTINED, OutboxState.WITHDRAWN, OutboxState.DIFFERS
  };
  private static final String JSON = "application/json";
  private static final int CHUNK = 1 << 16;

  private final RoomPhoneStore store;
  private final DraftTable drafts;
  private final PhotoTable photos;
  private final PhotoStore files;
  private final WipeDisk disk;

  /**
   * One of them.
   *
   * @param name what it is
   * @param mark changes when it does
   */
  record Item(String name, String mark) {}

  @Inject
  Unsent(
      RoomPhoneStore store, DraftTable drafts, PhotoTable photos, PhotoStore files, WipeDisk disk) {
    this.store = store;
    this.drafts = drafts;
    this.photos = photos;
    this.files = files;
    this.disk = disk;
  }

  /** All there is now. */
  List<Item> list() {
    List<Item> items = new ArrayList<>();
    for (DraftRow draft : drafts.list()) {
      items.add(new Item("draft " + draft.name(), draft.content()));
    }
    for (OutboxState state : ASIDE) {
      for (OutboxEntry entry : store.list(state)) {
        items.add(new Item(state + " " + entry.id(), Integer.toString(entry.written().hashCode())));
      }
    }
    for (PhotoRow photo : photos.listNotUploaded()) {
      items.add(new Item("photo " + photo.sha256(), ""));
    }
    for (File file : disk.listCaptured()) {
      items.add(new Item("captured " + file.getName(), file.length() + "/" + file.lastModified()));
    }
    return items;
  }

  /** Seals them; answers how many photos could not be read any more. */
  int write(PackWriter pack) throws IOException {
    writeDrafts(pack);
    for (OutboxState state : ASIDE) {
      List<WrittenEntry> entries = new ArrayList<>();
      for (OutboxEntry entry : store.list(state)) {
        entries.add(entry.written());
      }
      if (!entries.isEmpty()) {
        String name = state.name().toLowerCase(Locale.ROOT) + ".json";
        pack.add(new PackPart(name, JSON, PushRequestJson.write(entries)));
      }
    }
    int unreadable = 0;
    for (PhotoRow photo : photos.listNotUploaded()) {
      unreadable += write(pack, photo) ? 0 : 1;
    }
    for (File file : disk.listCaptured()) {
      pack.add(
          new PackPart(
              "captured/" + file.getName().replaceAll("[^A-Za-z0-9._-]", "_"),
              "image/jpeg",
              Files.readAllBytes(file.toPath())));
    }
    return unreadable;
  }

  private void writeDrafts(PackWriter pack) throws IOException {
    List<Json> kept = new ArrayList<>();
    for (DraftRow draft : drafts.list()) {
      kept.add(
          Json.members()
              .put("name", draft.name())
              .put("changedAt", draft.changedAt())
              .put("content", draft.content())
              .build());
    }
    if (!kept.isEmpty()) {
      pack.add(new PackPart("drafts.json", JSON, JsonText.bytes(Json.items(kept))));
    }
  }

  /** False where the file is gone or damaged: then nobody can read it. */
  private boolean write(PackWriter pack, PhotoRow photo) throws IOException {
    byte[] bytes;
    try (InputStream in = files.open(photo)) {
      bytes = bytes(in);
    } catch (IOException e) {
      return false;
    }
    pack.add(new PackPart("photos/" + photo.file(), photo.type(), bytes));
    return true;
  }

  private static byte[] bytes(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      out.write(chunk, 0, count);
    }
    return out.toByteArray();
  }
}
