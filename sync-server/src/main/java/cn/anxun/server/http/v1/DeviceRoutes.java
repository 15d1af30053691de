package cn.anxun.server.http.v1;

import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.server.auth.AccountException;
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

  /**
   * @param guesses how many wrong codes an address may give
   */
  DeviceRoutes(Enrolments enrolments, RateLimit guesses, ClientAddress address) {
    this.enrolments = enrolments;
    this.guesses = guesses;
    this.address = address;
  }

  void register(RoutesConfig routes) {
    routes.post("/api/v1/devices", this::enrol);
  }

  private void enrol(Context context) throws MalformedMessageException {
    String from = address.of(context);
    guesses.check(from);
    byte[] body = RequestBody.json(context, MAX_BYTES);
    try {
      Answers.send(context, EnrolmentJson.write(enrolments.enrol(EnrolmentJson.readRequest(body))));
    } catch (AccountException e) {
      if (e.reason() == AccountException.Reason.BAD_CODE) {
        guesses.take(from);
      }
      throw e;
    }
  }
}
