package cn.anxun.app.feature.capture;

import cn.anxun.app.navigation.Destination;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.capture.CameraPort;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.photo.capture.Shot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the camera's screen shows.
 *
 * @param number of what is photographed now, from 1
 * @param role what the next photo shows
 * @param shots that lie in the tray for whoever asked, the last one last
 * @param placed whether the next photo has its place on the disk, so that the camera may open
 * @param ready whether the camera shows its picture
 * @param busy whether a photo is being taken or kept
 * @param refused whether the permission was refused
 * @param fault why the camera does not go
 * @param full whether the disk takes no more
 * @param rejected why the last photo was not kept, until it is said
 */
record CaptureState(
    Destination.Capture request,
    int number,
    String role,
    List<Shot> shots,
    boolean placed,
    boolean ready,
    boolean busy,
    boolean hasTorch,
    boolean torch,
    boolean refused,
    Optional<CameraPort.Fault> fault,
    boolean full,
    Optional<PhotoRejectedException.Reason> rejected) {

  CaptureState {
    shots = Collections.unmodifiableList(new ArrayList<>(shots));
  }

  Destination.Wanted wanted() {
    return request.wanted().get(number - 1);
  }

  boolean mayShoot() {
    return ready && placed && !busy && !isFinished();
  }

  /** Whether all that was asked for is there. */
  boolean isFinished() {
    return request.each() > 0
        && request.wanted().stream().allMatch(each -> count(each) >= request.each());
  }

  private long count(Destination.Wanted of) {
    return shots.stream().filter(shot -> shot.purpose().target().equals(of.target())).count();
  }

  /** The place of what comes next among what is wanted, from 1. */
  static int next(Destination.Capture request, List<Shot> shots) {
    if (request.each() == 0) {
      return 1;
    }
    for (int i = 0; i < request.wanted().size(); i++) {
      String target = request.wanted().get(i).target();
      long taken = shots.stream().filter(shot -> shot.purpose().target().equals(target)).count();
      if (taken < request.each()) {
        return i + 1;
      }
    }
    return request.wanted().size();
  }

  Optional<Shot> last() {
    return shots.isEmpty() ? Optional.empty() : Optional.of(shots.get(shots.size() - 1));
  }

  /** SHA-256 of the photo to compare with while the after is shot; "" for none. */
  String beside() {
    if (!role.equals(Purpose.AFTER)) {
      return "";
    }
    String found = wanted().before();
    for (Shot shot : shots) {
      boolean before = shot.purpose().role().equals(Purpose.BEFORE);
      found =
          before && shot.purpose().target().equals(wanted().target())
              ? shot.photo().sha256()
              : found;
    }
    return found;
  }

  /** What the next photo is for. */
  Purpose purpose() {
    return new Purpose(request.owner(), wanted().target(), wanted().title(), role);
  }
}
