package cn.anxun.server.hostile;

import cn.anxun.core.checklist.Checklists;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.form.FormJson;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.hazardlibrary.HazardLibrary;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.MeasureRejectedException;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.AcceptedEntries;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.paper.Signature;
import cn.anxun.core.place.FieldPoint;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import cn.anxun.core.sync.wire.v1.KnownFilesJson;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.core.sync.wire.v1.NumbersJson;
import cn.anxun.core.sync.wire.v1.OfferedAppJson;
import cn.anxun.core.sync.wire.v1.PeopleJson;
import cn.anxun.core.sync.wire.v1.ProblemJson;
import cn.anxun.core.sync.wire.v1.PullPageJson;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import cn.anxun.core.sync.wire.v1.ServerDigestJson;
import cn.anxun.server.storage.EntryParts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Whatever bytes come, each reader of the wire gives a value or its own error. The first byte
 * chooses the reader. What was read as an entry is kept in its very bytes and reads the same again.
 */
public final class CodecFuzz {
  private static final int MOST = 100;
  private static final int YEAR = 2026;
  private static final Stamp STAMP =
      new Stamp(7, "zhang", Role.OFFICE, "demo.A", Instant.parse("2026-03-05T01:02:03Z"));

  /** Reads bytes. */
  private interface Reader {
    void read(byte[] bytes) throws Exception;
  }

  private static final List<Reader> READERS =
      List.of(
          CodecFuzz::entry,
          CodecFuzz::push,
          CodecFuzz::page,
          CodecFuzz::json,
          PushReplyJson::read,
          ServerDigestJson::read,
          EnrolmentJson::readRequest,
          EnrolmentJson::readReply,
          KnownFilesJson::readRequest,
          NumbersJson::readGrant,
          OfferedAppJson::read,
          PeopleJson::read,
          bytes -> ProblemJson.read(bytes, 400),
          bytes -> MeasureJson.read(JsonText.read(bytes)),
          bytes -> FormJson.read(JsonText.read(bytes), YEAR, "key"),
          bytes -> Checklists.check(JsonText.read(bytes), HazardLibrary.standard()),
          bytes -> FieldPoint.read(JsonText.read(bytes)),
          bytes -> Signature.read(JsonText.read(bytes)));

  private CodecFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws Exception {
    if (data.length == 0) {
      return;
    }
    try {
      READERS.get((data[0] & 0xff) % READERS.size()).read(Arrays.copyOfRange(data, 1, data.length));
    } catch (MalformedMessageException
        | EntryRejectedException
        | JsonSyntaxException
        | MeasureRejectedException
        | FormRejectedException e) {
      require(e.getMessage() != null && !e.getMessage().isEmpty(), "an error without words");
    }
  }

  private static void json(byte[] bytes) {
    Json value = JsonText.read(bytes);
    byte[] written = JsonText.bytes(value);
    require(Arrays.equals(JsonText.bytes(JsonText.read(written)), written), "reads otherwise");
  }

  /** What the server does with an entry that was pushed, and the phone with one that it pulls. */
  private static void entry(byte[] bytes) throws EntryRejectedException {
    EntryJson.findId(bytes);
    LedgerEntry pulled = AcceptedEntries.read(bytes, STAMP);
    require(Arrays.equals(pulled.written().bytes(), bytes), "other bytes");
    WrittenEntry entry = EntryJson.read(bytes);
    require(Arrays.equals(EntryParts.of(bytes).bytes(), bytes), "other bytes than came");
    WrittenEntry again = EntryJson.read(EntryJson.write(entry.entry()).bytes());
    require(again.entry().equals(entry.entry()), "another entry");
    EntryJson.readRecorded(bytes);
  }

  private static void push(byte[] bytes) throws MalformedMessageException {
    for (byte[] entry : PushRequestJson.read(bytes, MOST)) {
      try {
        entry(entry);
      } catch (EntryRejectedException e) {
        require(e.problem() != null, "a verdict without a problem");
      }
    }
  }

  private static void page(byte[] bytes) throws MalformedMessageException {
    PullPage page = PullPageJson.read(bytes);
    PullPage again = PullPageJson.read(PullPageJson.write(page));
    require(again.entries().size() == page.entries().size(), "other entries");
    require(again.cursor().equals(page.cursor()), "another cursor");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
