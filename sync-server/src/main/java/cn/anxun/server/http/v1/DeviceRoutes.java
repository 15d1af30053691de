package cn.anxun.server.http.v1;

import cn.anxun.core.json.Json;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.server.auth.Enrolments;
import cn.anxun.server.http.ClientAddress;
import cn.anxun.server.http.RateLimit;
import cn.anxun.server.http.RequestBody;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** A phone becomes a device of an account: the one thing that needs no token. */
final class DeviceRoutes {
  private static final int MAX_BYTES = 16 * 1024;

  private final Enrolments enrolments;
  private final RateLimit guesses;
  private final ClientAddress address;
  private final String bundleKey;

  /**
   * @param guesses how many wrong codes an address may give
   * @param bundleKey what devices seal bundles to
   */
  DeviceRoutes(Enrolments enrolments, RateLimit guesses, ClientAddress address, String bundleKey) {
    this.enrolments = enrolments;
    this.guesses = guesses;
    this.address = address;
    this.bundleKey = bundleKey;
  }

  void register(RoutesConfig routes) {
    routes.post("/api/v1/devices", this::enrol);
  }

  private void enrol(Context context) throws MalformedMessageException {
    byte[] body = RequestBody.json(context, MAX_BYTES);
    EnrolmentRequest request = EnrolmentJson.readRequest(body);
    Enrolment enrolment =
        guesses.ofCode("code from " + address.of(context), () -> enrolments.enrol(request));
    Answers.send(context, EnrolmentJson.write(withKey(enrolment)));
  }

  private Enrolment withKey(Enrolment told) {
    Json.MembersBuilder policy = Json.members();
    told.policy().values().forEach(policy::put);
    return new Enrolment(
        told.token(),
        told.account(),
        told.name(),
        told.role(),
        told.unit(),
        told.device(),
        told.letters(),
        told.bureau(),
        policy.put("bundleKey", bundleKey).build());
  }
}
