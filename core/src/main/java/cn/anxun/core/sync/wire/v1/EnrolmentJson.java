package cn.anxun.core.sync.wire.v1;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;

/** The enrolment of a device: {@code {code, device: {id, name, letters?}}} and its answer. */
public final class EnrolmentJson {
  private EnrolmentJson() {}

  public static byte[] write(EnrolmentRequest request) {
    Json.MembersBuilder device =
        Json.members().put("id", request.deviceId()).put("name", request.deviceName());
    if (!request.letters().isEmpty()) {
      device.put("letters", request.letters());
    }
    return JsonText.bytes(
        Json.members().put("code", request.code()).put("device", device.build()).build());
  }

  public static EnrolmentRequest readRequest(byte[] body) throws MalformedMessageException {
    MessageReader request = MessageReader.of(body);
    MessageReader device = request.object("device");
    return new EnrolmentRequest(
        request.text("code"),
        device.text("id"),
        device.text("name"),
        device.textOrEmpty("letters"));
  }

  public static byte[] write(Enrolment enrolment) {
    Enrolment.Bureau bureau = enrolment.bureau();
    return JsonText.bytes(
        Json.members()
            .put("token", enrolment.token())
            .put("account", enrolment.account())
            .put("name", enrolment.name())
            .put("role", enrolment.role().wire())
            .put("unit", enrolment.unit())
            .put("device", enrolment.device())
            .put("letters", enrolment.letters())
            .put(
                "bureau",
                Json.members()
                    .put("id", bureau.id())
                    .put("name", bureau.name())
                    .put("division", bureau.division())
                    .build())
            .put("policy", enrolment.policy())
            .build());
  }

  /**
   * Reads the answer. A role that this version does not know reads as an inspector: what counts is
   * the server's stamp.
   */
  public static Enrolment readReply(byte[] body) throws MalformedMessageException {
    MessageReader reply = MessageReader.of(body);
    MessageReader bureau = reply.object("bureau");
    return new Enrolment(
        reply.text("token"),
        reply.text("account"),
        reply.text("name"),
        Role.find(reply.text("role")).orElse(Role.INSPECTOR),
        reply.textOrEmpty("unit"),
        reply.text("device"),
        reply.text("letters"),
        new Enrolment.Bureau(
            bureau.text("id"), bureau.text("name"), bureau.textOrEmpty("division")),
        reply.raw("policy") instanceof Json.Members policy ? policy : Json.members().build());
  }
}
