package cn.anxun.server.auth;

import cn.anxun.core.json.Json;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.server.auth.AccountException.Reason;
import cn.anxun.server.storage.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes phones the devices of accounts: an administrator makes a one-time code, the phone gives it
 * and gets its token.
 */
public final class Enrolments {
  /** How long a code may be used. */
  public static final Duration VALID = Duration.ofDays(3);

  /** How long the device that used a code may ask again, in case the answer was lost. */
  public static final Duration AGAIN = Duration.ofMinutes(10);

  private static final Pattern INSTALLATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final NameRule NAME = new NameRule(80);

  private record Code(
      String bureau,
      String account,
      Instant expiresAt,
      @Nullable Instant usedAt,
      @Nullable String device) {}

  /** What was answered, kept in memory alone, so that the same answer can be given again. */
  private record Answer(Enrolment enrolment, Instant at) {}

  private final Database database;
  private final Clock clock;
  private final Tokens tokens;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  Enrolments(Database database, Clock clock, Tokens tokens) {
    this.database = database;
    this.clock = clock;
    this.tokens = tokens;
  }

  /**
   * A code as it is told once; only its hash is kept.
   *
   * @param expiresAt when it can be used no more
   */
  public record IssuedCode(String code, Instant expiresAt) {}

  /** The code of {@link #issue} alone. */
  public String createCode(String account, String bureau, String actor) {
    return issue(account, bureau, actor).code();
  }

  /**
   * Makes a code for one device of this account, good for {@link #VALID}.
   *
   * @throws AccountException where the account may do nothing in the bureau, or reads only
   */
  public IssuedCode issue(String account, String bureau, String actor) {
    String code = tokens.code();
    Instant now = clock.instant();
    database.change(
        handle -> {
          Account known = Accounts.get(handle, account);
          Bureaus.get(handle, bureau);
          Grant grant =
              find(handle, known.id(), bureau)
                  .orElseThrow(() -> new AccountException(Reason.NO_GRANT, account, bureau));
          if (!mayPush(grant)) {
            throw new AccountException(Reason.NO_PHONE_FOR_ROLE, account);
          }
          handle.execute(
              "DELETE FROM enrolment_code WHERE expires_at < ?", Timestamps.text(now.minus(VALID)));
          handle.execute(
              "INSERT INTO enrolment_code (code_hash, bureau, account, created_at, expires_at)"
                  + " VALUES (?, ?, ?, ?, ?)",
              Tokens.hashOfCode(code),
              bureau,
              known.id(),
              Timestamps.text(now),
              Timestamps.text(now.plus(VALID)));
          Audit.record(
              handle,
              clock,
              AuditEvent.of(actor, "enrolment-code-created").in(bureau).about(known.id()));
        });
    return new IssuedCode(code, now.plus(VALID));
  }

  /**
   * Makes the phone a device. The same code from the same phone within ten minutes gets the same
   * answer again; after a restart of the server, or at another one over the same database, the same
   * device with a new token.
   *
   * @throws AccountException BAD_CODE for a code that is unknown, used or too old: which of them is
   *     not told
   */
  public Enrolment enrol(EnrolmentRequest request) {
    if (!INSTALLATION.matcher(request.deviceId()).matches()
        || !NAME.allows(request.deviceName())
        || !(request.letters().isEmpty() || DeviceLetters.isValid(request.letters()))) {
      throw new AccountException(Reason.BAD_DEVICE_NAME);
    }
    Instant now = clock.instant();
    answers.values().removeIf(answer -> answer.at().plus(AGAIN).isBefore(now));
    String key = HexFormat.of().formatHex(Tokens.hashOfCode(request.code()));
    Enrolment enrolment = database.write(handle -> enrol(handle, request, key, now));
    answers.values().removeIf(answer -> isOfSameDevice(answer.enrolment(), enrolment));
    answers.put(key, new Answer(enrolment, now));
    return enrolment;
  }

  /** A token given later replaces the one before, so that one must not be answered again. */
  private static boolean isOfSameDevice(Enrolment one, Enrolment other) {
    return one.device().equals(other.device()) && !one.token().equals(other.token());
  }

  private Enrolment enrol(Handle handle, EnrolmentRequest request, String key, Instant now) {
    byte[] hash = HexFormat.of().parseHex(key);
    Code code =
        code(handle, hash)
            .filter(found -> now.isBefore(found.expiresAt()))
            .orElseThrow(() -> new AccountException(Reason.BAD_CODE));
    Grant grant =
        find(handle, code.account(), code.bureau())
            .filter(Enrolments::mayPush)
            .orElseThrow(() -> new AccountException(Reason.BAD_CODE));
    if (code.usedAt() != null && !mayAskAgain(handle, code, code.usedAt(), request, now)) {
      throw new AccountException(Reason.BAD_CODE);
    }
    Answer before = code.usedAt() == null ? null : answers.get(key);
    if (before != null && isInForce(handle, before.enrolment().token())) {
      return before.enrolment();
    }
    String token = tokens.token();
    Device device = device(handle, request, code, token, now);
    handle.execute(
        "UPDATE enrolment_code SET used_at = coalesce(used_at, ?), device = ? WHERE code_hash = ?",
        Timestamps.text(now),
        device.id(),
        hash);
    Audit.record(
        handle,
        clock,
        new AuditEvent(
            code.account(),
            device.id(),
            code.bureau(),
            "device-enrolled",
            device.id(),
            request.deviceName()));
    Account account = Accounts.get(handle, code.account());
    Bureau bureau = Bureaus.get(handle, code.bureau());
    return new Enrolment(
        token,
        account.id(),
        account.displayName(),
        grant.role(),
        grant.unit(),
        device.id(),
        device.letters(),
        new Enrolment.Bureau(bureau.id(), bureau.name(), bureau.division()),
        policy(grant));
  }

  /** Another server may have given the device another token since. */
  private static boolean isInForce(Handle handle, String token) {
    return handle
        .createQuery("SELECT count(*) FROM device WHERE token_hash = ?")
        .bind(0, Tokens.hash(token))
        .mapTo(Boolean.class)
        .one();
  }

  private static Json.Members policy(Grant grant) {
    return grant.division().isEmpty()
        ? Json.members().build()
        : Json.members().put("division", grant.division()).build();
  }

  private static boolean mayAskAgain(
      Handle handle, Code code, Instant usedAt, EnrolmentRequest request, Instant now) {
    return now.isBefore(usedAt.plus(AGAIN))
        && handle
            .createQuery(
                "SELECT count(*) FROM device WHERE id = ? AND installation = ? AND revoked_at IS"
                    + " NULL")
            .bind(0, code.device())
            .bind(1, request.deviceId())
            .mapTo(Boolean.class)
            .one();
  }

  /**
   * The account's device on this phone, with the new token; a new one where it has none in force.
   */
  private Device device(
      Handle handle, EnrolmentRequest request, Code code, String token, Instant now) {
    Optional<String> known =
        handle
            .createQuery(
                "SELECT id FROM device WHERE bureau = ? AND account = ? AND installation = ? AND"
                    + " revoked_at IS NULL")
            .bind(0, code.bureau())
            .bind(1, code.account())
            .bind(2, request.deviceId())
            .mapTo(String.class)
            .findOne();
    String id = known.orElseGet(() -> insert(handle, request, code, token, now));
    handle.execute(
        "UPDATE device SET token_hash = ?, name = ?, last_seen_at = ? WHERE id = ?",
        Tokens.hash(token),
        request.deviceName(),
        Timestamps.text(now),
        id);
    return Devices.find(handle, id).orElseThrow();
  }

  private static String insert(
      Handle handle, EnrolmentRequest request, Code code, String token, Instant now) {
    Set<String> taken =
        new HashSet<>(
            handle
                .createQuery("SELECT letters FROM device WHERE bureau = ?")
                .bind(0, code.bureau())
                .mapTo(String.class)
                .list());
    boolean wishIsFree = !request.letters().isEmpty() && !taken.contains(request.letters());
    String letters =
        wishIsFree
            ? request.letters()
            : DeviceLetters.firstFree(taken)
                .orElseThrow(() -> new AccountException(Reason.NO_LETTERS_LEFT, code.bureau()));
    String id = code.bureau() + '.' + letters;
    handle.execute(
        """
        INSERT INTO device (id, bureau, account, letters, installation, name, token_hash, enrolled_at, last_seen_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        code.bureau(),
        code.account(),
        letters,
        request.deviceId(),
        request.deviceName(),
        Tokens.hash(token),
        Timestamps.text(now),
        Timestamps.text(now));
    return id;
  }

  private static Optional<Code> code(Handle handle, byte[] hash) {
    return handle
        .createQuery(
            "SELECT bureau, account, expires_at, used_at, device FROM enrolment_code WHERE"
                + " code_hash = ?")
        .bind(0, hash)
        .map(
            (row, context) -> {
              String usedAt = row.getString("used_at");
              return new Code(
                  row.getString("bureau"),
                  row.getString("account"),
                  Instant.parse(row.getString("expires_at")),
                  usedAt == null ? null : Instant.parse(usedAt),
                  row.getString("device"));
            })
        .findOne();
  }

  private static boolean mayPush(Grant grant) {
    return Permission.of(grant.role()).contains(Permission.PUSH);
  }

  private static Optional<Grant> find(Handle handle, String account, String bureau) {
    return handle
        .createQuery(
            "SELECT bureau, role, unit, bureau_grant.division AS division, version FROM"
                + " bureau_grant JOIN account ON account.id = account WHERE account = ? AND bureau"
                + " = ? AND revoked_at IS NULL AND disabled_at IS NULL")
        .bind(0, account)
        .bind(1, bureau)
        .map((row, context) -> Accounts.grant(row))
        .findOne();
  }
}
