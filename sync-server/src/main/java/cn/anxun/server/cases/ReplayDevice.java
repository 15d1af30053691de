package cn.anxun.server.cases;

import cn.anxun.server.phone.Phone;
import cn.anxun.server.phone.UnreliableNetwork.Fault;
import java.util.Map;

/**
 * A device of a replay and what it has done.
 *
 * @param onDisk whether it keeps its entries in a SQLite file
 * @param logged how many entries it recorded
 * @param syncs how many syncs it took, those that failed too
 * @param faults what befell its requests, and how often
 */
public record ReplayDevice(
    Phone phone, boolean onDisk, int logged, int syncs, Map<Fault, Integer> faults) {
  public ReplayDevice {
    faults = Map.copyOf(faults);
  }

  /** How many requests failed on the way. */
  public int faultCount() {
    return faults.values().stream().mapToInt(Integer::intValue).sum();
  }
}
