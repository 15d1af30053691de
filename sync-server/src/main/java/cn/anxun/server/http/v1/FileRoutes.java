package cn.anxun.server.http.v1;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.file.FileKind;
import cn.anxun.server.file.FileStore;
import cn.anxun.server.file.StoredFile;
import cn.anxun.server.file.Thumbnails;
import cn.anxun.server.file.Uploads;
import cn.anxun.server.http.FileAnswer;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.RequestBody;
import cn.anxun.server.scope.Scope;
import cn.anxun.server.scope.SubjectIndex;
import cn.anxun.server.scope.SubjectIndexes;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.LedgerFiles;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Photos and documents of records, by their hash: which of them the bureau has, and the files for
 * those who may see an entry that names them. What is not there and what is not to be seen are
 * answered alike.
 */
final class FileRoutes {
  static final String PATH = "/api/v1/files";

  private static final int MAX_HASHES = 500;
  private static final int MAX_BYTES = 64 * 1024;
  private static final String HASHES = "hashes";
  private static final int BUSY_SECONDS = 3;

  private final Gate gate;
  private final BureauLedgers ledgers;
  private final SubjectIndexes indexes;
  private final FileStore files;
  private final Thumbnails thumbnails;

  FileRoutes(Gate gate, BureauLedgers ledgers, SubjectIndexes indexes, FileStore files) {
    this.gate = gate;
    this.ledgers = ledgers;
    this.indexes = indexes;
    this.files = files;
    this.thumbnails = new Thumbnails(files);
  }

  void register(RoutesConfig routes) {
    routes.post(PATH + "/known", gate.allow(Permission.PUSH, this::known));
    routes.get(PATH + "/{sha256}", gate.allowAny(this::maySeeFiles, this::file));
    routes.get(PATH + "/{sha256}/thumbnail", gate.allowAny(this::maySeeFiles, this::thumbnail));
  }

  /** Phones, and whoever sees records in the browser; not a link that shows figures alone. */
  private boolean maySeeFiles(Principal person) {
    return person.may(Permission.PULL)
        || (person.may(Permission.SEE_FIGURES) && !person.readOnly());
  }

  private void known(Context context, Principal person) {
    Uploads.Sender sender = UploadRoutes.sender(person);
    List<Json> known = new ArrayList<>();
    for (String hash : hashes(RequestBody.json(context, MAX_BYTES))) {
      if (isKnown(person, sender, hash)) {
        known.add(Json.of(hash));
      }
    }
    Answers.send(context, Json.members().put("known", Json.items(known)).build());
  }

  /** Whether this person need not send the file. */
  private boolean isKnown(Principal person, Uploads.Sender sender, String sha256) {
    LedgerFiles named = ledgers.get(person.bureau()).files();
    if (!files.has(person.bureau(), sha256)) {
      return named.isErased(sha256);
    }
    return !sender.mustProve() || named.isSentBy(sender.name(), sha256) || sees(person, sha256);
  }

  private static List<String> hashes(byte[] body) {
    Json hashes;
    try {
      hashes = JsonText.read(body) instanceof Json.Members members ? members.get(HASHES) : null;
    } catch (JsonSyntaxException e) {
      throw Refusal.of(400, "not-json");
    }
    if (hashes == null) {
      throw Refusal.ofField(400, "missing", HASHES);
    }
    if (!(hashes instanceof Json.Items items) || items.values().size() > MAX_HASHES) {
      throw Refusal.ofField(400, "wrong-type", HASHES);
    }
    List<String> texts = new ArrayList<>();
    for (Json item : items.values()) {
      if (!(item instanceof Json.Text text) || !FileStore.isHash(text.value())) {
        throw Refusal.ofField(400, "wrong-type", HASHES);
      }
      texts.add(text.value());
    }
    return texts;
  }

  private void file(Context context, Principal person) throws IOException {
    StoredFile file = get(context, person);
    String shown = file.kind() == FileKind.PDF ? "attachment" : "inline";
    context.header("Content-Disposition", shown + "; filename=\"" + file.copyName() + '"');
    FileAnswer.send(context, file.path(), file.kind().mediaType(), file.sha256());
  }

  private void thumbnail(Context context, Principal person) throws IOException {
    StoredFile file = get(context, person);
    Path small;
    try {
      small =
          thumbnails.find(person.bureau(), file).orElseThrow(() -> Refusal.of(404, "no-thumbnail"));
    } catch (Thumbnails.BusyException e) {
      throw Refusal.of(503, "thumbnails-busy").retryAfter(BUSY_SECONDS);
    }
    // By the name of what is sent, so that nobody keeps a sign for a picture that can be drawn one
    // day.
    String name = String.valueOf(small.getFileName()).replace(".jpg", "");
    FileAnswer.send(
        context,
        small,
        FileKind.JPEG.mediaType(),
        name.substring(0, Math.min(name.length(), 32)) + "-small");
  }

  private StoredFile get(Context context, Principal person) {
    String sha256 = context.pathParam("sha256");
    return files
        .find(person.bureau(), sha256)
        .filter(file -> sees(person, sha256))
        .orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  /**
   * Whether an entry that this person sees names the file. What a grid worker says names it only
   * where that device sent the file too: else whoever knows a hash could name it, and have it. The
   * signed copy of a paper is for those who may see its persons, until a redaction takes it.
   */
  private boolean sees(Principal person, String sha256) {
    BureauLedger ledger = ledgers.get(person.bureau());
    List<LedgerFiles.Naming> namings =
        ledger.files().listNamings(sha256).stream()
            .filter(naming -> !naming.isErased())
            .filter(naming -> !naming.isSignedCopy() || person.may(Permission.PULL))
            .toList();
    if (!(Scope.of(person) instanceof Scope.Division division)) {
      return !namings.isEmpty();
    }
    SubjectIndex.Holding holding = indexes.of(person.bureau(), ledger).holding(division);
    boolean senderIsKnown = !ledger.files().listSenders(sha256).isEmpty();
    return namings.stream()
        .filter(
            naming ->
                naming.pusher() != Role.GRID_WORKER || naming.isSentByPusher() || !senderIsKnown)
        .anyMatch(naming -> holding.contains(naming.subject()));
  }
}
