import PikeSyntax
import Testing

@testable import PikeAnalysis

struct PreprocessorNamesTests {
  @Test func whatDirectivesAskForIsFound() {
    let names = PreprocessorNames(
      SourceText(
        """
        #pike 7.8
        #require constant(A.B)
          # include "a.h"
        #include <b.h>
        #if constant(C) && \\
          !constant( D.E )
        int a = constant(no); // #include "no.h"
        string s = "#include <no.h>";
        #define F efun(G)
        #include MACRO
        #endif
        """))
    #expect(names.includes == ["\"a.h\"", "<b.h>"])
    #expect(names.constants == ["A.B", "C", "D.E", "G"])
    #expect(names.requirements == ["A.B"])
    #expect(names.version == "7.8")
  }

  @Test(arguments: [
    "", "#", "#include", "#include \"", "#include <a", "#if constant(", "#\\\n#\\\n#", "\\\n#include \"a\"\\",
  ])
  func brokenDirectivesAskForNothingOrSomething(text: String) {
    let names = PreprocessorNames(SourceText(text))
    #expect(names.requirements.isEmpty)
  }
}
