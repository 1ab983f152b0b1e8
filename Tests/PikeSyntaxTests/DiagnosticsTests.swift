import PikeSyntax
import Testing

/// Slips that people make, and all that is said about each: `line:column message`, with the place of the other bracket in brackets.
@Suite
struct DiagnosticsTests {
  private func check(_ source: String, _ expected: String..., at location: SourceLocation = #_sourceLocation) {
    let tree = SyntaxTree.parse(source)
    let lines = LineIndex(tree.text)
    func place(_ offset: Int) -> String {
      let position = lines.position(at: offset, in: tree.text, encoding: .utf8)
      return "\(position.line + 1):\(position.column + 1)"
    }
    let found = tree.diagnostics.map { diagnostic in
      let related = diagnostic.related.map { " [\(place($0.lowerBound))]" } ?? ""
      return "\(place(diagnostic.range.lowerBound)) \(diagnostic.message)\(related)"
    }
    #expect(found == expected, sourceLocation: location)
    #expect(tree.hasDiagnostics, sourceLocation: location)
    if let fault = Robustness.fault(of: tree) { Issue.record("\(fault)", sourceLocation: location) }
  }

  @Test
  func missingSemicolons() {
    check(
      """
      int x = 1
      int y = 2;
      """,
      "1:10 missing `;` after this declaration")
    check(
      """
      void f() {
        int x = 1
        int y = 2;
      }
      """,
      "2:12 missing `;` after this declaration")
    check(
      """
      void f() {
        g()
        h();
      }
      """,
      "2:6 missing `;` after this expression")
    check(
      """
      void f() {
        return 1
      }
      """,
      "2:11 missing `;` after this statement")
    check(
      """
      void f() {
        break
      }
      """,
      "2:8 missing `;` after this statement")
    check(
      """
      inherit Foo
      int x;
      """,
      "1:12 missing `;` after this declaration")
    check(
      """
      constant a = 1
      int x;
      """,
      "1:15 missing `;` after this declaration")
    check(
      """
      import Foo
      int x;
      """,
      "1:11 missing `;` after this declaration")
    check(
      """
      typedef int t
      int x;
      """,
      "1:14 missing `;` after this declaration")
    check(
      """
      void f() {
        int g(int x) { return x; }
        g(1);
      }
      """,
      "2:29 missing `;` after this function inside a function")
    check(
      "void f() { return }",
      "1:18 missing `;` after this statement")
    check(
      "void f() { Foo bar baz; }",
      "1:19 missing `;` after this declaration")
    check(
      "void f() { x = 3",
      "1:17 missing `;` after this expression")
  }

  @Test
  func misspeltKeywords() {
    check(
      """
      void f() {
        retrun 1;
      }
      """,
      "2:9 missing `;` after this expression; is `retrun` meant to be `return`?")
    check(
      """
      void f() {
        whlie (a) { b(); }
      }
      """,
      "2:21 missing `;` after this expression; is `whlie` meant to be `while`?")
    check(
      """
      void f() {
        foreech (a, b) { c(); }
      }
      """,
      "2:26 missing `;` after this expression; is `foreech` meant to be `foreach`?")
    check(
      """
      calss Foo {
        int x;
      }
      """,
      "1:10 missing `;` after this declaration; is `calss` meant to be `class`?")
    check(
      """
      pubilc int x;
      int y;
      """,
      "1:8 `int` is a keyword and cannot be a name; is `pubilc` meant to be `public`?")
  }

  @Test
  func lostBraces() {
    check(
      """
      void f() {
        if (a) {
          b();
      }

      protected void g() {
      }
      """,
      "4:2 missing `}` to close this function [1:10]")
    check(
      """
      void f() {
        if (a) {
          b();
      }

      void g() {
      }

      int h() {
      }
      """,
      "4:2 missing `}` to close this function [1:10]")
    check(
      """
      void f() {
        a();

      class G {
        int x;
      }

      int h() { }
      """,
      "2:7 missing `}` to close this function [1:10]")
    check(
      """
      class A {
        void f() {
          a();

        protected void g() { }
      }

      class B { }
      """,
      "3:9 missing `}` to close this function [2:12]")
    check(
      """
      class A {
        int x;

      void f() { }
      """,
      "2:9 missing `}` to close this class [1:9]")
    check(
      """
      void f() {
        a();
      """,
      "2:7 missing `}` to close this function [1:10]")
    check(
      "class A {",
      "1:10 missing `}` to close this class [1:9]")
    check(
      """
      enum A { B, C
      int x;
      """,
      "1:14 missing `}` to close this enum [1:8]")
  }

  @Test
  func lostBrackets() {
    check(
      """
      void f() {
        g(1, 2;
        h();
      }
      """,
      "2:9 missing `)` to close the arguments [2:4]")
    check(
      """
      void f() {
        if (a {
          b();
        }
      }
      """,
      "2:8 missing `)` to close the parenthesis of `if` [2:6]")
    check(
      """
      void f(int a {
        b();
      }
      """,
      "1:13 missing `)` to close the parameters [1:7]")
    check(
      "int f() { return (1 + 2; }",
      "1:24 missing `)` [1:18]")
    check(
      "int x = a[1;",
      "1:12 missing `]` to close this index [1:10]")
    check(
      """
      array a = ({ 1, 2;
      int x;
      """,
      "1:18 missing `}` to close this array [1:12]")
    check(
      """
      array a = ({ 1, 2 );
      int x;
      """,
      "1:18 missing `}` to close this array [1:12]")
    check(
      """
      array a = ({ 1, 2 };
      int x;
      """,
      "1:20 missing `)` to close this array [1:11]")
    check(
      #"""
      mapping m = ([ "a": 1, "b": 2;
      int x;
      """#,
      "1:30 missing `]` to close this mapping [1:14]")
    check(
      "multiset m = (< 1, 2;",
      "1:21 missing `>)` to close this multiset [1:14]")
    check(
      "void f() { foreach (a, int i; b) c(); }",
      "1:29 unexpected `;`; with an index, `foreach` is written `foreach (a; i; b)`")
    check(
      "void f() { foreach (a; int i; b; d) c(); }",
      "1:32 unexpected `;`")
    check(
      "void f(x, y { }",
      "1:12 missing `)` to close the parameters [1:7]")
  }

  @Test
  func declaratorsOfC() {
    let function = "unexpected `(`; what holds a function is declared as `function(int:string) name`"
    check("int (*g)(1);", "1:5 \(function)")
    check("void f() { int (*g)(int) = 0; h(); }", "1:16 \(function)")
    check("char **names;", "1:6 unexpected `*`; Pike has no pointers")
    check(
      "void f(int *p) { string *s = p; }",
      "1:12 unexpected `*`; Pike has no pointers",
      "1:25 unexpected `*`; Pike has no pointers")
    check("int *f() { return 1; }", "1:5 unexpected `*`; Pike has no pointers")
  }

  @Test
  func bracketsThatAreLeftOpenBetweenMembers() {
    check(
      """
      class A {
        while (a) x += ({ f("%c",
        int g() { return 1; }
      }
      error ("text", f(
      constant B = 1;
      """,
      "2:3 unexpected `while`",
      "5:1 unexpected `error`")
  }

  @Test
  func keywordsAsNames() {
    check(
      "int if = 3;",
      "1:5 `if` is a keyword and cannot be a name")
    check(
      "void f() { int class; }",
      "1:16 `class` is a keyword and cannot be a name")
    check(
      "void f(int for) { }",
      "1:12 `for` is a keyword and cannot be a name")
    check(
      "class int { }",
      "1:7 `int` is a keyword and cannot be a name")
  }

  @Test
  func wordsInTheWrongPlace() {
    check(
      """
      int x;
      #endif
      """,
      "2:1 there is no `#if` before this directive")
    check(
      """
      int x;
      #else
      int y;
      """,
      "2:1 there is no `#if` before this directive")
    check(
      """
      int x; }
      int y;
      """,
      "1:8 there is no `{` that this `}` could close")
    check(
      """
      void f() { } }
      int y;
      """,
      "1:14 there is no `{` that this `}` could close")
    check(
      """
      void f() {
        else g();
      }
      """,
      "2:3 there is no `if` before this `else`")
    check(
      """
      void f() {
        if (a) b(); c();
        else d();
      }
      """,
      "3:3 there is no `if` before this `else`")
    check(
      """
      void f() {
        private int x;
        g(x);
      }
      """,
      "2:3 `private` cannot stand inside a function")
    check(
      """
      void f() {
        static int x = 3;
      }
      """,
      "2:3 `static` cannot stand inside a function")
    check(
      """
      void f() {
        inherit Foo;
      }
      """,
      "2:3 `inherit` cannot stand inside a function")
    check(
      """
      if (a) b();
      int x;
      """,
      "1:1 unexpected `if`")
    check(
      "return 1;",
      "1:1 unexpected `return`")
  }

  @Test
  func openLiteralsAndComments() {
    check(
      #"""
      string s = "abc;
      int x;
      """#,
      #"1:12 this string is not closed; `"` is missing at the end of the line"#)
    check(
      #"""
      string s = #"abc;
      int x;
      """#,
      "1:12 this string is not closed before the end of the file")
    check(
      """
      int c = 'a;
      int d;
      """,
      "1:9 this character is empty or not closed; write it as 'x'")
    check(
      "int c = '';",
      "1:9 this character is empty or not closed; write it as 'x'")
    check(
      """
      int x; /* never
      ends
      """,
      "1:8 this comment is not closed; `*/` is missing")
    check(
      """
      #if 1
      int x;
      """,
      "1:1 this condition is never closed; `#endif` is missing")
    check(
      "int x = 08;",
      "1:9 this is not a number: `08`")
    check(
      "int x = 12abc;",
      "1:9 this is not a number: `12abc`")
    check(
      "int x = $;",
      "1:9 this character means nothing here: 0x24")
  }

  @Test
  func unexpectedTokens() {
    check(
      "void f() { g()); }",
      "1:15 unexpected `)`")
    check(
      "void f() { g(1]); }",
      "1:15 unexpected `]`")
    check(
      "void f() { ] }",
      "1:12 unexpected `]`")
    check(
      "void f() { x = * 2; }",
      "1:16 unexpected `*`")
    check(
      "void f() { a + b = c; }",
      "1:18 nothing can be assigned to this expression")
    check(
      "void f() { if (a + 1 = 2) b(); }",
      "1:22 nothing can be assigned to this expression")
    check(
      "void f() { a =! = b; }",
      "1:17 unexpected `=`")
    check(
      "void f() { a === b; }",
      "1:16 unexpected `=`")
    check(
      "void f() { a => b; }",
      "1:15 unexpected `>`")
    check(
      "array(int a;",
      "1:11 unexpected `a`")
    check(
      "int(0...3) x;",
      "1:6 unexpected `...`; a range is written `..`")
    check(
      "int f(int .. x) { }",
      "1:11 unexpected `..`; what may be repeated is written `...`")
    check(
      "int x = (int 3;",
      "1:14 unexpected `3`")
  }

  @Test
  func missingSeparators() {
    check(
      #"mapping m = ([ "a": 1 "b": 2 ]);"#,
      "1:22 missing `,`")
    check(
      #"mapping m = ([ "a" 1 ]);"#,
      "1:19 missing `:` and the value of this key")
    check(
      #"mapping m = ([ "a", "b" ]);"#,
      "1:19 missing `:` and the value of this key",
      "1:24 missing `:` and the value of this key")
    check(
      "void f() { g(1 2); }",
      "1:15 missing `,`")
    check(
      "void f() { g(a b); }",
      "1:15 missing `,`")
    check(
      "void f(int a int b) { }",
      "1:13 missing `,`")
    check(
      "enum { A B }",
      "1:9 missing `,`")
    check(
      "void f() { a ? b; }",
      "1:17 missing `:` and the other value of `?`")
    check(
      "void f() { switch (a) { case 1 b(); } }",
      "1:31 missing `:` after this label")
    check(
      "void f() { switch (a) { case 1; b(); default; c(); } }",
      "1:31 missing `:` after this label",
      "1:45 missing `:` after this label")
    check(
      "void f() { do a(); while (b) }",
      "1:29 missing `;` after this statement")
    check(
      "void f() { for (int i = 0, i < 3, i++) a(); }",
      "1:29 missing `;`")
    check(
      "void f() { for (int i = 0; i < 3) a(); }",
      "1:33 missing `;`")
    check(
      "void f() { foreach (a) b(); }",
      "1:22 missing `,`")
    check(
      "function(int) f;",
      "1:13 missing `:` and the type that the function returns")
    check(
      "mapping(string) m;",
      "1:15 missing `:` between the types of keys and values")
    check(
      "constant a;",
      "1:11 missing `=`")
    check(
      "void f() { [a, b]; }",
      "1:18 missing `=`")
    check(
      #"void f() { sscanf(a "b", c); }"#,
      "1:20 missing `,`")
  }

  @Test
  func missingPartsOfStatements() {
    check(
      """
      void f() {
        while (a b();
      }
      """,
      "2:11 missing `)` to close the parenthesis of `while` [2:9]")
    check(
      """
      void f() {
        if (a == 1 b = 2;
        if (g(a) c();
        if (a return 1;
      }
      """,
      "2:13 missing `)` to close the parenthesis of `if` [2:6]",
      "3:11 missing `)` to close the parenthesis of `if` [3:6]",
      "4:8 missing `)` to close the parenthesis of `if` [4:6]")
    check(
      "void f() { if (a \"x\") b(); }",
      "1:18 unexpected `\"x\"`")
    check(
      "void f() { do { a(); } }",
      "1:23 missing `while` and the condition of `do`")
    check(
      "void f() { if a { b(); } }",
      "1:14 missing `(`")
    check(
      "void f() { if (a) }",
      "1:18 missing statement")
    check(
      "void f() { lambda { }; }",
      "1:18 missing `(`")
    check(
      "void f() { lambda(int x) return x; }",
      "1:25 missing block: `{`")
    check(
      "void f() { catch a(); }",
      "1:17 missing block: `{`")
    check(
      """
      void f();;
      int f() g();
      """,
      "2:8 missing body of the function: `{` or `;`")
    check(
      """
      void f()
      int x;
      """,
      "1:9 missing body of the function: `{` or `;`")
  }

  @Test
  func missingNamesTypesAndExpressions() {
    check(
      #"mapping m = ([ "a": ]);"#,
      "1:20 missing expression")
    check(
      "x = 3;",
      "1:2 missing name")
    check(
      "f(a) { }",
      "1:2 missing name")
    check(
      "void f() { int ; }",
      "1:15 missing name")
    check(
      "int ;",
      "1:4 missing name")
    check(
      "void f() { x = ; }",
      "1:15 missing expression")
    check(
      "void f() { x = 1 + ; }",
      "1:19 missing expression")
    check(
      "void f() { if () g(); }",
      "1:16 missing expression")
    check(
      "void f() { g(1, , 2); }",
      "1:16 missing expression")
    check(
      "void f() { a ? b : ; }",
      "1:19 missing expression")
    check(
      "int|  x;",
      "1:8 missing name")
    check(
      "class;",
      "1:6 missing name")
    check(
      "void f() { a->; }",
      "1:15 missing name")
    check(
      "void f() { a.; }",
      "1:14 missing name")
    check(
      "void f() { a[; }",
      "1:14 missing expression")
    check(
      "import;",
      "1:7 missing name")
    check(
      "inherit;",
      "1:8 missing name")
    check(
      "typedef int;",
      "1:12 missing name")
  }
}
