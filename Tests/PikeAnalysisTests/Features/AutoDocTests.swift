import Testing

@testable import PikeAnalysis

struct AutoDocTests {
  @Test(arguments: [
    ("Plain *text* with a_name.", "Plain \\*text\\* with a\\_name."),
    ("See @[foo] and @ref{Stdio.File@}.", "See `foo` and `Stdio.File`."),
    ("@expr{a + @b{x@} * 2@} mail@@host", "`a + x * 2` mail@host"),
    ("@b{bold @i{both@}@} not closed @b{x", "**bold *both*** not closed **x**"),
    ("a @} b @ c @[x", "a  b @ c @\\[x"),
    ("The operator @[`+].", "The operator `` `+ ``."),
  ])
  func textIsMarkedUp(text: String, markdown: String) {
    #expect(AutoDocMarkdown.render(text) == markdown)
  }

  @Test func parametersAreAListAndShareText() {
    let markdown = AutoDocMarkdown.render(
      """
      Does it.

      Well.
      @param first
        The one.
      @param second
      @param third
        The others,
        on two lines.
      @returns
        Nothing.
      @seealso
        @[other()], @[third()]
      """)
    #expect(
      markdown == """
        Does it.

        Well.

        **Parameters**

        - `first` — The one.
        - `second`, `third` — The others,
          on two lines.

        **Returns**

        Nothing.

        **See also**

        `other()`, `third()`
        """)
  }

  @Test func groupsAreListsWithinWhatTheyBelongTo() {
    let markdown = AutoDocMarkdown.render(
      """
      @param options
        How.
        @mapping
          @member int "size"
            In bytes.
          @member string "name"
            As shown.
        @endmapping
      @param last
        Done.
      """)
    #expect(
      markdown == """
        **Parameters**

        - `options` — How.
          - `int "size"` — In bytes.
          - `string "name"` — As shown.
        - `last` — Done.
        """)
  }

  @Test func declarationsAndExamplesAreCode() {
    let markdown = AutoDocMarkdown.render(
      """
      @decl int foo(int a, @
                    int b)
      @decl int foo(string s)
      Text.
      @example
        foo(1, 2);
        write("a@@b");
      @note
        Slow.
      """)
    #expect(
      markdown == """
        ```pike
        int foo(int a, int b)
        int foo(string s)
        ```

        Text.

        **Example**

        ```pike
          foo(1, 2);
          write("a@b");
        ```

        **Note**

        Slow.
        """)
  }

  @Test(arguments: [
    "@endmapping", "@member", "@mapping\n@mapping\n@member a\n", "@param", "@code\n@param x", "@ignore\nhidden",
    "@xml{", "@", "@@", "@decl", "@example", "@ul\n@item\n@item x\n@endul\n@endul", "@deprecated foo bar", "a@\n",
  ])
  func anythingHasAnAnswer(text: String) {
    #expect(!AutoDocMarkdown.render(text).contains("hidden"))
  }

  @Test func everyPrefixHasAnAnswer() {
    let text =
      "a @expr{b@} @[c]\n@mapping\n@member int \"d\"\n@b{e@} f\n@endmapping\n@code\ng\n@endcode\n@returns\n@ul @item h"
    for end in text.indices { #expect(AutoDocMarkdown.render(String(text[..<end])).utf8.count < 400) }
  }
}
