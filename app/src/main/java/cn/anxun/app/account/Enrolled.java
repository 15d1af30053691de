package cn.anxun.app.account;

import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What this phone became by its enrolment, and where its server is.
 *
 * @param enrolment with the token, which is kept nowhere else
 */
public record Enrolled(Enrolment enrolment, ServerAddress server) {
  /** How long the phone may be opened without having heard from its server. */
  private static final int LEASE_DAYS = 30;

  /** How long it may lie open untouched. */
  private static final int IDLE_MINUTES = 10;

  /** The bureau's own measure, {@code leaseDays} in the policy, or 30 days. */
  public Duration lease() {
    return Duration.ofDays(policy("leaseDays", LEASE_DAYS));
  }

  /** The bureau's own measure, {@code idleMinutes} in the policy, or 10 minutes. */
  public Duration idle() {
    return Duration.ofMinutes(policy("idleMinutes", IDLE_MINUTES));
  }

  /** The key that bundles are sealed to, as the server told it. */
  public Optional<String> bundleKey() {
    return enrolment.policy().get("bundleKey") instanceof Json.Text key
        ? Optional.of(key.value())
        : Optional.empty();
  }

  /** The same without what tells of a person; the token is still in it. */
  Enrolled withoutNames() {
    return without(enrolment.token());
  }

  /** What tells of the bureau and its server alone. */
  Enrolled withoutAccount() {
    return without("");
  }

  private Enrolled without(String token) {
    return new Enrolled(
        new Enrolment(
            token,
            enrolment.device(),
            enrolment.device(),
            enrolment.role(),
            "",
            enrolment.device(),
            enrolment.letters(),
            enrolment.bureau(),
            enrolment.policy()),
        server);
  }

  private long policy(String name, long otherwise) {
    return enrolment.policy().get(name) instanceof Json.Num number
            && number.value().signum() > 0
            && number.value().precision() - number.value().scale() < 6
        ? number.value().longValue()
        : otherwise;
  }

  /** As it is kept. */
  String write() {
    try {
      Json.MembersBuilder kept =
          Json.members()
              .put("enrolment", JsonText.read(EnrolmentJson.write(enrolment)))
              .put("urls", Json.texts(server.urls()));
      server.fingerprint().ifPresent(sha256 -> kept.put("sha256", sha256));
      return JsonText.write(kept.build());
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalStateException for anything else: nothing but this app writes it
   */
  static Enrolled read(String kept) {
    try {
      Json.Members members = (Json.Members) JsonText.read(kept);
      List<String> urls = new ArrayList<>();
      if (members.get("urls") instanceof Json.Items items) {
        for (Json url : items.values()) {
          urls.add(((Json.Text) url).value());
        }
      }
      Json enrolment = members.get("enrolment");
      if (enrolment == null) {
        throw new IllegalStateException("the enrolment kept has no member enrolment");
      }
      Optional<String> sha256 =
          members.get("sha256") instanceof Json.Text text
              ? Optional.of(text.value())
              : Optional.empty();
      return new Enrolled(
          EnrolmentJson.readReply(JsonText.bytes(enrolment)), new ServerAddress(urls, sha256));
    } catch (JsonSyntaxException | MalformedMessageException e) {
      throw new IllegalStateException("the enrolment kept cannot be read", e);
    }
  }
}
