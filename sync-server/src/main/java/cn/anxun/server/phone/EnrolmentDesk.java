package cn.anxun.server.phone;

import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import java.time.Clock;
import java.util.Map;

/** Where a phone gives its code and becomes a device. */
public final class EnrolmentDesk {
  /**
   * The server gives the same code and device the same answer for ten minutes, so a lost one is
   * asked for again.
   */
  private static final int ATTEMPTS = 10;

  private final Network network;
  private final NetworkReplies replies;

  public EnrolmentDesk(Network network, Clock clock) {
    this.network = network;
    this.replies = new NetworkReplies(clock);
  }

  /**
   * Enrols.
   *
   * @throws EnrolmentRefusedException where the server does not want to, or is not there
   */
  public Enrolment enrol(EnrolmentRequest request) throws EnrolmentRefusedException {
    Network.Request http =
        new Network.Request(
            "/api/v1/devices",
            Map.of(
                "Content-Type", MediaTypes.V1, "Accept", MediaTypes.V1 + ", " + MediaTypes.PROBLEM),
            EnrolmentJson.write(request));
    RemoteAnswer<Enrolment> answer = replies.answer(network.send(http), EnrolmentJson::readReply);
    for (int i = 1; i < ATTEMPTS && isPassing(answer); i++) {
      answer = replies.answer(network.send(http), EnrolmentJson::readReply);
    }
    if (answer instanceof RemoteAnswer.Answered<Enrolment> answered) {
      return answered.value();
    }
    throw new EnrolmentRefusedException(answer);
  }

  private static boolean isPassing(RemoteAnswer<Enrolment> answer) {
    return answer instanceof RemoteAnswer.Offline<Enrolment>
        || (answer instanceof RemoteAnswer.Refused<Enrolment> refused
            && refused.problem().status() >= 500);
  }
}
