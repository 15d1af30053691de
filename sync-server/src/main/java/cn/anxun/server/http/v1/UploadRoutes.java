package cn.anxun.server.http.v1;

import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.file.FileRefusedException;
import cn.anxun.server.file.FileStore;
import cn.anxun.server.file.PartChecksum;
import cn.anxun.server.file.Upload;
import cn.anxun.server.file.Uploads;
import cn.anxun.server.file.Uploads.Sender;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.Metrics;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.RequestBody;
import cn.anxun.server.scope.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files on their way here, by tus 1.0.0 with its extensions creation, checksum and termination. An
 * upload's address is its file's hash, and each device has its own: what one sends, another neither
 * finds nor spoils.
 */
final class UploadRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(UploadRoutes.class);
  private static final String PATH = FileRoutes.PATH;
  private static final String ONE = PATH + "/{sha256}";
  private static final String VERSION = "1.0.0";
  private static final String RESUMABLE = "Tus-Resumable";
  private static final String OFFSET = "Upload-Offset";
  private static final String LENGTH = "Upload-Length";
  private static final String METADATA = "Upload-Metadata";
  private static final String CHECKSUM = "Upload-Checksum";
  private static final String PART = "application/offset+octet-stream";

  /** How much of a part that is refused is still read, so that its sender gets to the answer. */
  private static final int MAX_DRAIN = 1 << 20;

  /** Answers for one file. */
  @FunctionalInterface
  private interface FileHandler {
    void handle(Context context, Sender sender, String sha256)
        throws IOException, FileRefusedException;
  }

  private static final int PATIENCE_SECONDS = 5;

  private final Gate gate;
  private final UploadPlaces places = new UploadPlaces();
  private final Uploads uploads;
  private final Metrics metrics;

  UploadRoutes(Gate gate, Uploads uploads, Metrics metrics) {
    this.gate = gate;
    this.uploads = uploads;
    this.metrics = metrics;
  }

  void register(RoutesConfig routes) {
    routes.options(PATH, this::versions);
    routes.options(ONE, this::versions);
    routes.post(
        PATH, gate.allow(Permission.PUSH, tus((context, sender, none) -> begin(context, sender))));
    routes.head(ONE, gate.allow(Permission.PUSH, tus(this::offset)));
    routes.patch(ONE, gate.allow(Permission.PUSH, tus(this::append)));
    routes.delete(ONE, gate.allow(Permission.PUSH, tus(this::giveUp)));
    routes.post(ONE, gate.allow(Permission.PUSH, tus(this::instead)));
  }

  private void versions(Context context) {
    context.header("Tus-Resumable", VERSION);
    context.header("Tus-Version", VERSION);
    context.header("Tus-Max-Size", Long.toString(Uploads.MAX_BYTES));
    context.header("Tus-Extension", "creation,checksum,termination");
    context.header("Tus-Checksum-Algorithm", PartChecksum.ALGORITHMS);
    context.status(204);
  }

  private Gate.AllowedHandler tus(FileHandler handler) {
    return (context, principal) -> {
      context.header(RESUMABLE, VERSION);
      if (!VERSION.equals(context.header(RESUMABLE))) {
        context.header("Tus-Version", VERSION);
        throw Refusal.ofField(412, "tus-version", RESUMABLE, VERSION);
      }
      String sha256 = context.path().equals(PATH) ? "" : context.pathParam("sha256");
      try {
        if (!sha256.isEmpty() && !FileStore.isHash(sha256)) {
          throw Refusal.of(404, "not-found");
        }
        handler.handle(context, sender(principal), sha256);
      } catch (FileRefusedException e) {
        Refusal refusal = FileRefusals.of(e);
        metrics.file(e.reason().name().toLowerCase(Locale.ROOT));
        if (e.reason() != FileRefusedException.Reason.SLOW) {
          drain(context, principal, refusal);
        }
        throw refusal;
      }
    };
  }

  /** A grid worker sees a part of the bureau, so is not told of what others sent. */
  static Sender sender(Principal principal) {
    String name =
        principal.isDevice() ? "device " + principal.device() : "account " + principal.account();
    return new Sender(principal.bureau(), name, Scope.of(principal) instanceof Scope.Division);
  }

  private static void drain(Context context, Principal principal, Refusal refusal) {
    if (context.method().equals(HandlerType.PATCH)) {
      LOG.info("device={} file refused: {}", principal.device(), refusal.code());
      RequestBody.drain(context.bodyInputStream(), MAX_DRAIN);
    }
  }

  private void begin(Context context, Sender sender) throws FileRefusedException {
    long length = number(context, LENGTH);
    if (length < 1) {
      throw Refusal.ofField(400, "bad-number", LENGTH, "1", Long.toString(Uploads.MAX_BYTES));
    }
    UploadMetadata said =
        UploadMetadata.parse(
            Optional.ofNullable(context.header(METADATA))
                .orElseThrow(() -> Refusal.ofField(400, "missing", METADATA)));
    Upload upload = uploads.begin(sender, said.sha256(), length, said.kind());
    context.status(201);
    context.header("Location", PATH + '/' + upload.sha256());
    context.header(OFFSET, Long.toString(upload.offset()));
    context.header(LENGTH, Long.toString(upload.length()));
  }

  private void offset(Context context, Sender sender, String sha256) throws FileRefusedException {
    Upload upload = uploads.find(sender, sha256).orElseThrow(() -> Refusal.of(404, "not-found"));
    context.header(OFFSET, Long.toString(upload.offset()));
    context.header(LENGTH, Long.toString(upload.length()));
    context.status(200);
  }

  private void append(Context context, Sender sender, String sha256)
      throws IOException, FileRefusedException {
    String type = context.contentType();
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(PART)) {
      throw Refusal.ofField(415, "wrong-content-type", "Content-Type", PART);
    }
    if (context.header("Content-Encoding") != null) {
      throw Refusal.ofField(415, "wrong-encoding", "Content-Encoding");
    }
    long offset = number(context, OFFSET);
    Optional<PartChecksum> checksum = checksum(context);
    if (!places.tryTake(sender)) {
      throw Refusal.of(429, "rate-limited", Integer.toString(PATIENCE_SECONDS))
          .retryAfter(PATIENCE_SECONDS);
    }
    Upload upload;
    try {
      upload = uploads.append(sender, sha256, offset, checksum, context.bodyInputStream());
    } catch (IOException e) {
      // The connection was cut: nobody reads this answer, and what came is kept.
      throw Refusal.of(400, "bad-request");
    } finally {
      places.leave(sender);
    }
    metrics.fileBytes(upload.offset() - offset);
    if (upload.offset() == upload.length() && offset < upload.length()) {
      metrics.file("stored");
    }
    context.header(OFFSET, Long.toString(upload.offset()));
    context.status(204);
  }

  private static Optional<PartChecksum> checksum(Context context) {
    Optional<String> header = Optional.ofNullable(context.header(CHECKSUM));
    Optional<PartChecksum> checksum = header.flatMap(PartChecksum::parse);
    if (header.isPresent() && checksum.isEmpty()) {
      throw Refusal.ofField(400, "bad-upload-metadata", CHECKSUM);
    }
    return checksum;
  }

  private void giveUp(Context context, Sender sender, String sha256) throws FileRefusedException {
    uploads.giveUp(sender, sha256);
    context.status(204);
  }

  /** For clients, and what stands between, that know no PATCH. */
  private void instead(Context context, Sender sender, String sha256)
      throws IOException, FileRefusedException {
    String method = Optional.ofNullable(context.header("X-HTTP-Method-Override")).orElse("");
    switch (method.toUpperCase(Locale.ROOT)) {
      case "PATCH" -> append(context, sender, sha256);
      case "DELETE" -> giveUp(context, sender, sha256);
      default -> throw Refusal.of(405, "method-not-allowed");
    }
  }

  private static long number(Context context, String header) {
    String text =
        Optional.ofNullable(context.header(header))
            .orElseThrow(() -> Refusal.ofField(400, "missing", header));
    try {
      long number = Long.parseLong(text.strip());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, with what it should be.
    }
    throw Refusal.ofField(400, "bad-number", header, "0", Long.toString(Long.MAX_VALUE));
  }
}
