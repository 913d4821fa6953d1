package dev.tick.conformance.unseen;

import dev.tick.reference.firstsecond.FirstSecondFault;
import dev.tick.reference.firstsecond.FirstSecondServer;
import dev.tick.reference.firstsecond.FirstSecondToken;
import dev.tick.reference.firstthird.FirstThirdFault;
import dev.tick.reference.firstthird.FirstThirdServer;
import dev.tick.reference.firstthird.FirstThirdToken;
import dev.tick.reference.todayfourth.TodayFourthFault;
import dev.tick.reference.todayfourth.TodayFourthServer;
import dev.tick.reference.todayfourth.TodayFourthToken;
import dev.tick.reference.todaythird.TodayThirdFault;
import dev.tick.reference.todaythird.TodayThirdServer;
import dev.tick.reference.todaythird.TodayThirdToken;
import dev.tick.spec.register.Specification;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The servers whose authors saw nothing of the kit, each with the faults that its author seeded. */
enum UnseenServer {
    FIRST_SECOND("tiindicators", FirstSecondFault.values()) {
        @Override
        RunningServer start(String fault) {
            FirstSecondServer server = FirstSecondServer.start(FirstSecondFault.valueOf(fault));
            return new RunningServer(server.baseUrl(), kind -> server.token(FirstSecondToken.valueOf(kind)), server);
        }
    },
    FIRST_THIRD("tiindicators", FirstThirdFault.values()) {
        @Override
        RunningServer start(String fault) {
            FirstThirdServer server = FirstThirdServer.start(FirstThirdFault.valueOf(fault));
            return new RunningServer(server.baseUrl(), kind -> server.token(FirstThirdToken.valueOf(kind)), server);
        }
    },
    TODAY_THIRD("indicators", TodayThirdFault.values()) {
        @Override
        RunningServer start(String fault) {
            TodayThirdServer server = TodayThirdServer.start(TodayThirdFault.valueOf(fault));
            return new RunningServer(server.baseUrl(), kind -> server.token(TodayThirdToken.valueOf(kind)), server);
        }
    },
    TODAY_FOURTH("indicators", TodayFourthFault.values()) {
        @Override
        RunningServer start(String fault) {
            TodayFourthServer server = TodayFourthServer.start(TodayFourthFault.valueOf(fault));
            return new RunningServer(server.baseUrl(), kind -> server.token(TodayFourthToken.valueOf(kind)), server);
        }
    };

    private final String contract;
    private final String faults;

    UnseenServer(String contract, Enum<?>[] faults) {
        this.contract = contract;
        this.faults = Arrays.stream(faults)
                .map(Enum::name)
                .filter(name -> !name.equals("NONE"))
                .collect(Collectors.joining(" "));
    }

    /** Starts it with a fault; with {@code NONE} it is sound. */
    abstract RunningServer start(String fault);

    /** Returns the names of its faults. */
    List<String> faults() {
        return List.of(faults.split(" "));
    }

    /** Returns the contract of its edition. */
    Specification specification() {
        return Specification.load(contract);
    }
}
