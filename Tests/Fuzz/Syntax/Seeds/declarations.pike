inherit Stdio.File : file;
import .local;
protected mapping(string:array(int|float)) table = ([ "a": ({ 1, 0x1f, 1.5e3 }), ]);
constant A = 1, B = "two" "three";
enum Colour { RED, GREEN = 2, BLUE };
typedef function(int, string ... : void) callback;
__deprecated__(int) old;
class Point(int x, int y) {
  variant int `+(int|Point other) { return other + 1; }
  private final string `name = "p";
}
