// What all boats of the line have in common.
#define MINUTES_PER_HOUR 60
#define CLOCK(HOURS, MINUTES) ((HOURS) * MINUTES_PER_HOUR + (MINUTES))
#define TURNAROUND 25
#define ICE_MINUTES 12
#define LINE_NAME "Skärgårdslinjen ⛴"
