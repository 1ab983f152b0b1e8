// Written by Scripts/make-builtins. Change that, not this.
// swift-format-ignore-file

extension BuiltinText {
  static let modules1: StaticString = #"""
    # ADT._CritBit
    BigNumTree c function(void | array | mapping : ADT._CritBit.BigNumTree)
    FloatTree c function(void | array | mapping : ADT._CritBit.FloatTree)
    IPv4Tree c function(void | array | mapping : ADT._CritBit.IPv4Tree)
    IntTree c function(void | array | mapping : ADT._CritBit.IntTree)
    StringTree c function(void | array | mapping : ADT._CritBit.StringTree)
    is_bignum f function(int : int(1bit))
    # ADT._CritBit.BigNumTree
    _equal f function(mixed : int)
    _get_iterator c function(void | int, void | mixed, void | mixed : ADT._CritBit.BigNumTree._get_iterator)
    _indices f function(: array)
    _m_delete f function(mixed : mixed)
    _random f function(: array)
    _sizeof f function(: int)
    _values f function(: array)
    `+ f function(mixed : mixed)
    `- f function(mixed : mixed)
    `[..] f function(mixed, int, mixed, int : mixed)
    `[] f function(mixed : mixed)
    `[]= f function(mixed, mixed : mixed)
    bkey f function(mixed : string)
    cast f function(string : mapping)
    check_parenting_skills f function(: int)
    copy f function(: object)
    create f function(void | array | mapping : void)
    depth f function(: int)
    first f function(: int)
    get_subtree f function(void | mixed : object)
    last f function(: int)
    next f function(mixed : int)
    ninsert f function(mixed, mixed, int, int : mixed)
    nth f function(int : mixed)
    previous f function(mixed : int)
    ugly f function(: string)
    # ADT._CritBit.BigNumTree._get_iterator
    _get_iterator f function(: object)
    `! f function(: int)
    create f function(void | int, void | mixed, void | mixed : void)
    index f function(: int)
    next f function(: int)
    value f function(: mixed)
    # ADT._CritBit.FloatTree
    _equal f function(mixed : int)
    _get_iterator c function(void | int, void | mixed, void | mixed : ADT._CritBit.FloatTree._get_iterator)
    _indices f function(: array)
    _m_delete f function(mixed : mixed)
    _random f function(: array)
    _sizeof f function(: int)
    _values f function(: array)
    `+ f function(mixed : mixed)
    `- f function(mixed : mixed)
    `[..] f function(mixed, int, mixed, int : mixed)
    `[] f function(mixed : mixed)
    `[]= f function(mixed, mixed : mixed)
    bkey f function(mixed : string)
    cast f function(string : mapping)
    check_parenting_skills f function(: int)
    copy f function(: object)
    create f function(void | array | mapping : void)
    depth f function(: int)
    first f function(: int | float)
    get_subtree f function(void | mixed : object)
    last f function(: int | float)
    next f function(mixed : int | float)
    ninsert f function(mixed, mixed, int, int : mixed)
    nth f function(int : mixed)
    previous f function(mixed : int | float)
    ugly f function(: string)
    # ADT._CritBit.FloatTree._get_iterator
    _get_iterator f function(: object)
    `! f function(: int)
    create f function(void | int, void | mixed, void | mixed : void)
    index f function(: int | float)
    next f function(: int)
    value f function(: mixed)
    # ADT._CritBit.IPv4Tree
    _equal f function(mixed : int)
    _get_iterator c function(void | int, void | mixed, void | mixed : ADT._CritBit.IPv4Tree._get_iterator)
    _indices f function(: array)
    _m_delete f function(mixed : mixed)
    _random f function(: array)
    _sizeof f function(: int)
    _values f function(: array)
    `+ f function(mixed : mixed)
    `- f function(mixed : mixed)
    `[..] f function(mixed, int, mixed, int : mixed)
    `[] f function(mixed : mixed)
    `[]= f function(mixed, mixed : mixed)
    bkey f function(mixed : string)
    cast f function(string : mapping)
    check_parenting_skills f function(: int)
    cmp_key f function(mixed, mixed : int)
    common_prefix f function(: int | string)
    copy f function(: object)
    create f function(void | array | mapping : void)
    depth f function(: int)
    first f function(: string)
    get_subtree f function(void | mixed : object)
    last f function(: string)
    mask f function(int : int)
    next f function(mixed : string)
    ninsert f function(mixed, mixed, int, int : mixed)
    nth f function(int : mixed)
    previous f function(mixed : string)
    ugly f function(: string)
    umask f function(int : int)
    # ADT._CritBit.IPv4Tree._get_iterator
    _get_iterator f function(: object)
    `! f function(: int)
    create f function(void | int, void | mixed, void | mixed : void)
    index f function(: string)
    next f function(: int)
    value f function(: mixed)
    # ADT._CritBit.IntTree
    _equal f function(mixed : int)
    _get_iterator c function(void | int, void | mixed, void | mixed : ADT._CritBit.IntTree._get_iterator)
    _indices f function(: array)
    _m_delete f function(mixed : mixed)
    _random f function(: array)
    _sizeof f function(: int)
    _values f function(: array)
    `+ f function(mixed : mixed)
    `- f function(mixed : mixed)
    `[..] f function(mixed, int, mixed, int : mixed)
    `[] f function(mixed : mixed)
    `[]= f function(mixed, mixed : mixed)
    bkey f function(mixed : string)
    cast f function(string : mapping)
    check_parenting_skills f function(: int)
    copy f function(: object)
    create f function(void | array | mapping : void)
    depth f function(: int)
    first f function(: int)
    get_subtree f function(void | mixed : object)
    last f function(: int)
    next f function(mixed : int)
    ninsert f function(mixed, mixed, int, int : mixed)
    nth f function(int : mixed)
    previous f function(mixed : int)
    ugly f function(: string)
    # ADT._CritBit.IntTree._get_iterator
    _get_iterator f function(: object)
    `! f function(: int)
    create f function(void | int, void | mixed, void | mixed : void)
    index f function(: int)
    next f function(: int)
    value f function(: mixed)
    # ADT._CritBit.StringTree
    _equal f function(mixed : int)
    _get_iterator c function(void | int, void | mixed, void | mixed : ADT._CritBit.StringTree._get_iterator)
    _indices f function(: array)
    _m_delete f function(mixed : mixed)
    _random f function(: array)
    _sizeof f function(: int)
    _values f function(: array)
    `+ f function(mixed : mixed)
    `- f function(mixed : mixed)
    `[..] f function(mixed, int, mixed, int : mixed)
    `[] f function(mixed : mixed)
    `[]= f function(mixed, mixed : mixed)
    bkey f function(mixed : string)
    cast f function(string : mapping)
    check_parenting_skills f function(: int)
    common_prefix f function(: int | string)
    copy f function(: object)
    create f function(void | array | mapping : void)
    depth f function(: int)
    first f function(: string)
    get_subtree f function(void | mixed : object)
    last f function(: string)
    next f function(mixed : string)
    ninsert f function(mixed, mixed, int, int : mixed)
    nth f function(int : mixed)
    previous f function(mixed : string)
    ugly f function(: string)
    # ADT._CritBit.StringTree._get_iterator
    _get_iterator f function(: object)
    `! f function(: int)
    create f function(void | int, void | mixed, void | mixed : void)
    index f function(: string)
    next f function(: int)
    value f function(: mixed)
    # Builtin
    Backend c function(: Builtin.Backend)
    BadArgumentError c function(string, void | array : Builtin.BadArgumentError)
    Buffer c function(void | int : Builtin.Buffer)
    CompilationError c function(string, void | array : Builtin.CompilationError)
    CppError c function(string, void | array : Builtin.CppError)
    DESTRUCT_CLEANUP k int
    DESTRUCT_EXPLICIT k zero
    DESTRUCT_GC k int
    DESTRUCT_NO_REFS k int
    DecodeError c function(string, void | array : Builtin.DecodeError)
    DefaultBackendClass c function(: Builtin.DefaultBackendClass)
    DestructImmediate c function(: Builtin.DestructImmediate)
    FLOAT_DIGITS_10 k int
    FLOAT_EPSILON k float
    FLOAT_MAX k float
    FLOAT_MAX_10_EXP k int
    FLOAT_MIN k float
    FLOAT_MIN_10_EXP k int
    FakeObject c function(void | function(mixed ... : void | mixed) | program, void | string : Builtin.FakeObject)
    GenericError c function(string, void | array : Builtin.GenericError)
    INDEX_FROM_BEG k zero
    INDEX_FROM_END k int
    IndexError c function(string, void | array : Builtin.IndexError)
    Iterator c function(void | mixed : Builtin.Iterator)
    LOWEST_COMPAT_MAJOR k int
    LOWEST_COMPAT_MINOR k int
    List c function(mixed ... : Builtin.List)
    MasterCodec K function(: object)
    MasterLoadError c function(string, void | array : Builtin.MasterLoadError)
    MathError c function(string, void | array : Builtin.MathError)
    ModuleLoadError c function(string, void | array : Builtin.ModuleLoadError)
    NATIVE_INT_MAX k int
    NATIVE_INT_MIN k int
    Null c function(: Builtin.Null)
    OPEN_BOUND k int
    PIKE_WEAK_INDICES k int
    PIKE_WEAK_VALUES k int
    PermissionError c function(string, void | array : Builtin.PermissionError)
    PollBackend c function(: Builtin.PollBackend)
    PollDeviceBackend c function(: Builtin.DefaultBackendClass)
    ResourceError c function(string, void | array : Builtin.ResourceError)
    Search K function(: object)
    Serializable c function(: Builtin.Serializable)
    Setter c function(: Builtin.Setter)
    THREAD_ABORTED k int
    THREAD_EXITED k int
    THREAD_NOT_STARTED k int
    THREAD_RUNNING k zero
    TM c function(: Builtin.TM) | function(int | Gmp.mpz | Gmp.bignum : Builtin.TM) | function(int, int(0..11), int(1..31), int(0..24), int(0..59), int(0..59), void | string : Builtin.TM)
    Time c function(void | int : Builtin.Time)
    Timer c function(void | int : Builtin.Timer)
    TraceProcess c function(array(string), void | mapping(string:mixed) : Builtin.TraceProcess)
    __Backtrace_Tester__ c function(: Builtin.__Backtrace_Tester__)
    __DOUBLE_PRECISION_FLOAT__ k int
    __HAVE_CPP_PREFIX_SUPPORT__ k int
    __backend k Builtin.DefaultBackendClass
    __master c function(: Builtin.__master)
    _get_setter f function(object, string : function(mixed : void))
    _getenv f function(: mapping(string:string)) | function(string : string)
    _putenv f function(string, void | string : void)
    _take_over_initial_predefines f function(: mapping(string:string))
    array_iterator c function(array : Builtin.array_iterator)
    automap_marker c function(array, int : Builtin.automap_marker)
    backtrace_frame c function(: Builtin.backtrace_frame)
    bootstring c function(int, int, int, int, int, int, int, int, string : Builtin.bootstring)
    condition c function(: Builtin.condition)
    count_memory f function(int | mapping(string:int), int | array | mapping | multiset | object | program | string | type(mixed) ... : int)
    create_process c function(array(string), void | mapping(string:mixed) : Builtin.create_process)
    deserialize f function(object, function(function(mixed : void), string, type(mixed) : void) : void)
    diff f function(array(mixed), array(mixed) : array(array(array(mixed))))
    diff_compare_table f function(array, array : array(array(int)))
    diff_dyn_longest_sequence f function(array, array : array(int))
    diff_longest_sequence f function(array, array : array(int))
    everynth f function(array(mixed), void | int, void | int : array(mixed))
    file_line_iterator c function(function(: string) : Builtin.file_line_iterator)
    function_defined f function(function : string)
    gc_parameters f function(void | mapping(string:mixed) : mapping(string:mixed))
    get_runtime_info f function(: mapping(string:int | string))
    hex2string f function(string : string(8bit))
    identify_cycle f function(array | mapping | multiset | object | program | string | type(mixed) : array(array | mapping | multiset | object | program | string | type(mixed)))
    implicit_gc_real_time f function(void | int : int)
    inherit_list f function(object | program : array(program))
    interleave_array f function(array(mapping(int:mixed)) : array(int))
    levenshtein_distance f function(string, string : int)
    longest_ordered_sequence f function(array : array(int))
    mapping_iterator c function(mapping : Builtin.mapping_iterator)
    multi_string_replace c function(void | array(string) | mapping(string:string), void | array(string) | string : Builtin.multi_string_replace)
    multiset_iterator c function(multiset : Builtin.multiset_iterator)
    mutex c function(: Builtin.mutex)
    mutex_compat_7_4 c function(: Builtin.mutex_compat_7_4)
    mutex_key c function(: Builtin.mutex_key)
    object_secure f function(object : object)
    permute f function(array, int(0..2147483647) : array)
    program_defined f function(program : string)
    program_identifier_defined f function(object | program, string : string)
    program_implements f function(program, program : int)
    program_inherits f function(object | program, program : int)
    serialize f function(object, function(mixed, string, type(mixed) : void) : void)
    single_string_replace c function(void | string, void | string : Builtin.single_string_replace)
    splice f function(array(mixed) ... : array(mixed))
    string2hex f function(string : string(8bit))
    string_count f function(string, string : int)
    string_iterator c function(string : Builtin.string_iterator)
    string_normalize_space f function(string, void | string : string)
    string_range f function(string : array(int))
    string_secure f function(string : string)
    string_split_iterator c function(string, int | array(int) | multiset(int), void | int, void | function(: string) : Builtin.string_split_iterator)
    string_status f function(int : string)
    string_trim_all_whites f function(string : string)
    string_trim_whites f function(string : string)
    string_width f function(string : int(8..8) | int(16..16) | int(32..32))
    thread_id c function(mixed, mixed ... : Builtin.thread_id)
    thread_local c function(: Builtin.thread_local)
    threads_disabled c function(: Builtin.threads_disabled)
    transpose f function(array(mixed) : array(mixed))
    uniq_array f function(array(mixed) : array(mixed))
    # Builtin.Backend
    _do_call_outs f function(: int)
    _sprintf f function(int, mapping : string)
    `() f function(void | float | zero : float | zero)
    add_file f function(object : void)
    after_callback v function(Builtin.Backend : void)
    before_callback v function(Builtin.Backend : void)
    call_out f function(mixed, int | float, mixed ... : array)
    call_out_info f function(: array(array))
    create F function(: void)
    executing_thread f function(: int(1bit) | Builtin.thread_id)
    find_call_out f function(function(mixed ... : void | mixed) | mixed : int)
    get_stats f function(: mapping(string:int))
    id f function(: int)
    remove_call_out f function(function(mixed ... : void | mixed) | mixed : int)
    # Builtin.BadArgumentError
    _indices F function(: array(int(1bit)))
    _is_type F function(string : int(1bit))
    _sizeof F function(: int(2..2))
    _sprintf F function(void | int, void | mapping : string)
    _values F function(: array(array | string))
    `[] F function(int(1bit) : mixed)
    backtrace f function(: array)
    create F function(string, void | array : void)
    describe f function(: string)
    error_backtrace v array
    error_message v string
    error_type k string
    expected_type v string
    got_value v mixed
    is_bad_argument_error k int
    is_generic_error k int
    message f function(: string)
    which_argument v int
    # Builtin.Buffer
    _size_object f function(: int)
    _sizeof f function(: int)
    _sprintf f function(int, mapping : string)
    `+ f function(Builtin.Buffer | string : Builtin.Buffer)
    `+= f function(Builtin.Buffer | string : Builtin.Buffer)
    add f function(Builtin.Buffer | string ... : int(0..2147483647))
    cast F function(string : mixed)
    clear f function(: void)
    create f function(void | int : void)
    get f function(: string)
    get_copy f function(: string)
    putchar f function(int : void)
    sprintf f function(object | string, mixed ... : string)
    # Builtin.CompilationError
    _indices F function(: array(int(1bit)))
    _is_type F function(string : int(1bit))
    _sizeof F function(: int(2..2))
    _sprintf F function(void | int, void | mapping : string)
    _values F function(: array(array | string))
    `[] F function(int(1bit) : mixed)
    backtrace f function(: array)
    create F function(string, void | array : void)
    describe f function(: string)
    error_backtrace v array
    error_message v string
    error_type k string
    is_compilation_error k int
    is_cpp_or_compilation_error k int
    is_generic_error k int
    message f function(: string)
    # Builtin.CppError
    _indices F function(: array(int(1bit)))
    _is_type F function(string : int(1bit))
    _sizeof F function(: int(2..2))
    _sprintf F function(void | int, void | mapping : string)
    _values F function(: array(array | string))
    `[] F function(int(1bit) : mixed)
    backtrace f function(: array)
    create F function(string, void | array : void)
    describe f function(: string)
    error_backtrace v array
    error_message v string
    error_type k string
    is_cpp_error k int
    is_cpp_or_compilation_error k int
    is_generic_error k int
    message f function(: string)
    # Builtin.DecodeError
    _indices F function(: array(int(1bit)))
    _is_type F function(string : int(1bit))
    _sizeof F function(: int(2..2))
    _sprintf F function(void | int, void | mapping : string)
    _values F function(: array(array | string))
    `[] F function(int(1bit) : mixed)
    backtrace f function(: array)
    create F function(string, void | array : void)
    decode_string v string
    describe f function(: string)
    error_backtrace v array
    error_message v string
    error_type k string
    is_decode_error k int
    is_generic_error k int
    message f function(: string)
    # Builtin.DefaultBackendClass
    _do_call_outs f function(: int)
    _sprintf f function(int, mapping : string)
    `() f function(void | float | zero : float | zero)
    add_file f function(object : void)
    after_callback v function(Builtin.Backend : void)
    before_callback v function(Builtin.Backend : void)
    call_out f function(mixed, int | float, mixed ... : array)
    call_out_info f function(: array(array))
    create F function(: void)
    executing_thread f function(: int(1bit) | Builtin.thread_id)
    find_call_out f function(function(mixed ... : void | mixed) | mixed : int)
    get_stats f function(: mapping(string:int))
    id f function(: int)
    remove_call_out f function(function(mixed ... : void | mixed) | mixed : int)
    set_signal_event_callback f function(int, function(mixed ... : void | mixed) : void)
    # Builtin.DestructImmediate
    # Builtin.FakeObject
    _sprintf F function(int, void | mapping : string)
    create F function(void | function(mixed ... : void | mixed) | program, void | string : void)
    description V string
    # Builtin.GenericError
    _indices F function(: array(int(1bit)))
    _is_type F function(string : int(1bit))
    _sizeof F function(: int(2..2))
    _sprintf F function(void | int, void | mapping : string)
    _values F function(: array(array | string))
    `[] F function(int(1bit) : mixed)
    backtrace f function(: array)
    create F function(string, void | array : void)
    describe f function(: string)
    error_backtrace v array
    error_message v string
    error_type k string
    is_generic_error k int
    message f function(: string)
    # Builtin.IndexError
    _indices F function(: array(int(1bit)))
    _is_type F function(string : int(1bit))
    _sizeof F function(: int(2..2))
    _sprintf F function(void | int, void | mapping : string)
    _values F function(: array(array | string))
    `[] F function(int(1bit) : mixed)
    backtrace f function(: array)
    create F function(string, void | array : void)
    describe f function(: string)
    error_backtrace v array
    error_message v string
    error_type k string
    index v mixed
    is_generic_error k int
    is_index_error k int
    message f function(: string)
    value v mixed
    # Builtin.Iterator
    _random f function(: void)
    _sizeof f function(: int)
    `! F function(: int(1bit))
    `+ F function(int : Builtin.Iterator)
    `+= F function(int : Builtin.Iterator)
    `- F function(int : int(1bit))
    create F function(void | mixed : void)
    first f function(: int(1bit))
    index f function(: mixed)
    next f function(: int(1bit))
    set_index f function(zero : void)
    value f function(: mixed)
    # Builtin.List
    _get_iterator K function(: object)
    _size_object f function(: int)
    _sizeof F function(: int(0..2147483647))
    _sprintf F function(int, void | mapping(string:mixed) : string)
    _values F function(: array)
    `[] F function(mixed : mixed)
    append f function(mixed ... : void)
    cast F function(string : array)
    create F function(mixed ... : void)
    flush f function(: void)
    head f function(: mixed)
    insert f function(mixed ... : void)
    is_empty f function(: int(1bit))
    pop f function(: mixed)
    pop_back f function(: mixed)
    tail f function(: mixed)
    # Builtin.MasterLoadError
    _indices F function(: array(int(1bit)))
    _is_type F function(string : int(1bit))
    _sizeof F function(: int(2..2))
    _sprintf F function(void | int, void | mapping : string)
    _values F function(: array(array | string))
    `[] F function(int(1bit) : mixed)
    backtrace f function(: array)
    create F function(string, void | array : void)
    describe f function(: string)
    error_backtrace v array
    error_message v string
    error_type k string
    is_generic_error k int
    is_master_load_error k int
    message f function(: string)
    # Builtin.MathError
    _indices F function(: array(int(1bit)))
    _is_type F function(string : int(1bit))
    _sizeof F function(: int(2..2))
    _sprintf F function(void | int, void | mapping : string)
    _values F function(: array(array | string))
    `[] F function(int(1bit) : mixed)
    backtrace f function(: array)
    create F function(string, void | array : void)
    describe f function(: string)
    error_backtrace v array
    error_message v string
    error_type k string
    is_generic_error k int
    is_math_error k int
    message f function(: string)
    number v mixed
    # Builtin.ModuleLoadError
    _indices F function(: array(int(1bit)))
    _is_type F function(string : int(1bit))
    _sizeof F function(: int(2..2))
    _sprintf F function(void | int, void | mapping : string)
    _values F function(: array(array | string))
    `[] F function(int(1bit) : mixed)
    backtrace f function(: array)
    create F function(string, void | array : void)
    describe f function(: string)
    error_backtrace v array
    error_message v string
    error_type k string
    is_generic_error k int
    is_module_load_error k int
    message f function(: string)
    path v string
    reason v string
    # Builtin.Null
    __hash F function(: int)
    _sprintf F function(int, mixed ... : string)
    `! F function(: int)
    `== F function(mixed : int)
    encode_json f function(: string)
    is_sql_null k int
    is_val_null k int
    # Builtin.PermissionError
    _indices F function(: array(int(1bit)))
    _is_type F function(string : int(1bit))
    _sizeof F function(: int(2..2))
    _sprintf F function(void | int, void | mapping : string)
    _values F function(: array(array | string))
    `[] F function(int(1bit) : mixed)
    backtrace f function(: array)
    create F function(string, void | array : void)
    describe f function(: string)
    error_backtrace v array
    error_message v string
    error_type k string
    is_generic_error k int
    is_permission_error k int
    message f function(: string)
    permission_type v string
    # Builtin.PollBackend
    _do_call_outs f function(: int)
    _sprintf f function(int, mapping : string)
    `() f function(void | float | zero : float | zero)
    add_file f function(object : void)
    after_callback v function(Builtin.Backend : void)
    before_callback v function(Builtin.Backend : void)
    call_out f function(mixed, int | float, mixed ... : array)
    call_out_info f function(: array(array))
    create F function(: void)
    executing_thread f function(: int(1bit) | Builtin.thread_id)
    find_call_out f function(function(mixed ... : void | mixed) | mixed : int)
    get_stats f function(: mapping(string:int))
    id f function(: int)
    remove_call_out f function(function(mixed ... : void | mixed) | mixed : int)
    # Builtin.ResourceError
    _indices F function(: array(int(1bit)))
    _is_type F function(string : int(1bit))
    _sizeof F function(: int(2..2))
    _sprintf F function(void | int, void | mapping : string)
    _values F function(: array(array | string))
    `[] F function(int(1bit) : mixed)
    backtrace f function(: array)
    create F function(string, void | array : void)
    describe f function(: string)
    error_backtrace v array
    error_message v string
    error_type k string
    howmuch v int
    is_generic_error k int
    is_resource_error k int
    message f function(: string)
    resource_type v string
    # Builtin.Serializable
    _deserialize F function(object, function(function(mixed : void), string, type(mixed) : void) : void)
    _deserialize_variable F function(function(function(mixed : void), string, type(mixed) : void), function(mixed : void), string, type(mixed) : void)
    _serialize F function(object, function(mixed, string, type(mixed) : void) : void)
    _serialize_variable F function(function(mixed, string, type(mixed) : void), mixed, string, type(mixed) : void)
    # Builtin.Setter
    _sprintf F function(int, void | mapping : string)
    `() F function(mixed : void)
    # Builtin.TM
    _sprintf f function(int, mapping : string)
    `gmtoff F function(: int)
    `hour F function(: int(0..23))
    `hour= F function(int : int)
    `isdst F function(: int(-1..1))
    `mday F function(: int(1..31))
    `mday= F function(int : int)
    `min F function(: int(0..59))
    `min= F function(int : int)
    `mon F function(: int(0..11))
    `mon= F function(int : int)
    `sec F function(: int(0..60))
    `sec= F function(int : int)
    `wday F function(: int(0..6))
    `yday F function(: int(0..365))
    `year F function(: int)
    `year= F function(int : int)
    `zone F function(: string)
    asctime f function(: string)
    cast F function(string : int | string)
    create f function(: void) | function(int | Gmp.mpz | Gmp.bignum : void) | function(int, int(0..11), int(1..31), int(0..24), int(0..59), int(0..59), void | string : void)
    gmtime f function(int : int(1bit)) | function(Gmp.mpz | Gmp.bignum : int(1bit))
    gmtoff v int
    hour v int(0..23)
    isdst v int(-1..1)
    localtime f function(int : int(1bit))
    mday v int(1..31)
    min v int(0..59)
    mon v int(0..11)
    sec v int(0..60)
    strftime f function(string(1..255) : string(1..255))
    strptime f function(string(1..255), string(1..255) : int(1bit))
    unix_time f function(: int)
    wday v int(0..6)
    yday v int(0..365)
    year v int
    zone v string
    # Builtin.Time
    `sec F function(: int)
    `usec F function(: int)
    `usec_full F function(: int)
    create F function(void | int : void)
    sec v int
    usec v int
    usec_full v int
    # Builtin.Timer
    create F function(void | int : void)
    get f function(: float)
    peek f function(: float)
    # Builtin.TraceProcess
    __callback V function(Builtin.create_process : void)
    __last_signal V int
    __pid V int
    __result V int
    __status V int
    cont f function(void | int : void)
    create f function(array(string), void | mapping(string:mixed) : object)
    exit f function(: void)
    kill f function(int : int(1bit))
    last_signal f function(: int)
    pid f function(: int)
    set_priority f function(string : int(0..2147483647))
    status f function(: int)
    wait f function(: int)
    # Builtin.__Backtrace_Tester__
    # Builtin.__master
    _main f function(array(string), array(string) : void)
    cast_to_object f function(string, string, void | object : object)
    cast_to_program f function(string, string, void | object : program)
    compile_error f function(string, int, string : void)
    compile_warning f function(string, int, string : void)
    decode_charset f function(string, string : string)
    describe_backtrace f function(array | object, void | int : string)
    handle_error f function(array | object : void)
    handle_import f function(string, void | string, void | object : mixed)
    handle_include f function(string, string, int : string)
    handle_inherit f function(string, string, void | object : program)
    read_include f function(string : string)
    resolv f function(string, void | string, void | object : mixed)
    werror f function(string, void | mixed : void)
    write f function(string, void | mixed : void)
    # Builtin.array_iterator
    _random f function(: object)
    _sizeof F function(: int)
    `! f function(: int)
    `+ f function(int : object)
    `+= f function(int : object)
    `- f function(int : object)
    create f function(array : void)
    first f function(: int)
    index f function(: int)
    next f function(: int)
    set_index f function(int : void)
    value f function(: mixed)
    # Builtin.automap_marker
    _sprintf f function(int, mapping : string)
    arg v array
    create f function(array, int : void)
    depth v int
    # Builtin.backtrace_frame
    _is_type f function(string : int(1bit))
    _sizeof f function(: int(3..2147483647))
    _sprintf f function(int, void | mapping : string)
    `->fun F function(: mixed)
    `->fun= F function(mixed : void)
    `[] f function(int, void | int : mixed)
    `[]= f function(int, mixed : mixed)
    args v array
    fun v mixed
    # Builtin.bootstring
    create F function(int, int, int, int, int, int, int, int, string : void)
    decode f function(string : string)
    encode f function(string : string)
    # Builtin.condition
    broadcast f function(: void)
    signal f function(: void)
    wait f function(Builtin.mutex_key, void | int(0..2147483647) | float : void) | function(Builtin.mutex_key, int(0..2147483647), int(0..2147483647) : void)
    # Builtin.create_process
    __callback V function(Builtin.create_process : void)
    __last_signal V int
    __pid V int
    __result V int
    __status V int
    create f function(array(string), void | mapping(string:mixed) : object)
    kill f function(int : int(1bit))
    last_signal f function(: int)
    pid f function(: int)
    set_priority f function(string : int(0..2147483647))
    status f function(: int)
    wait f function(: int)
    # Builtin.file_line_iterator
    `! f function(: int)
    `+ f function(int(0..2147483647) : object)
    `+= f function(int(0..2147483647) : object)
    create f function(function(: string) : void)
    index f function(: int)
    next f function(: int)
    value f function(: string)
    # Builtin.mapping_iterator
    _random f function(: object)
    _sizeof F function(: int)
    `! f function(: int)
    `+ f function(int(0..2147483647) : object)
    `+= f function(int(0..2147483647) : object)
    create f function(mapping : void)
    first f function(: int)
    index f function(: mixed)
    next f function(: int)
    value f function(: mixed)
    # Builtin.multi_string_replace
    _decode f function(array(array(string)) : void)
    _encode f function(: array(array(string)))
    _size_object f function(: int)
    `() f function(string : string)
    create f function(void | array(string) | mapping(string:string), void | array(string) | string : void)
    from V array
    to V array
    # Builtin.multiset_iterator
    _random f function(: object)
    _sizeof F function(: int)
    `! f function(: int)
    `+ f function(int : object)
    `+= f function(int : object)
    `- f function(int : object)
    create f function(multiset : void)
    first f function(: int)
    index f function(: mixed)
    lock_index f function(: void)
    next f function(: int)
    unlock_index f function(: void)
    value f function(: int)
    # Builtin.mutex
    _sprintf f function(: string)
    current_locking_key f function(: Builtin.mutex_key)
    current_locking_thread f function(: Builtin.thread_id)
    lock f function(void | int(0..2) : Builtin.mutex_key)
    trylock f function(void | int(0..2) : Builtin.mutex_key)
    # Builtin.mutex_compat_7_4
    current_locking_key f function(: Builtin.mutex_key)
    current_locking_thread f function(: Builtin.thread_id)
    lock f function(void | int(0..2) : Builtin.mutex_key)
    trylock f function(void | int(0..2) : Builtin.mutex_key)
    # Builtin.mutex_key
    _owner v Builtin.thread_id
    _sprintf F function(int : string)
    # Builtin.single_string_replace
    _decode f function(zero | array(string) : void)
    _encode f function(: array(string))
    `() f function(string : string)
    create f function(void | string, void | string : void)
    # Builtin.string_iterator
    _random f function(: object)
    _search F function(int | string, void | int : int)
    _sizeof F function(: int)
    `! f function(: int)
    `+ f function(int : object)
    `+= f function(int : object)
    `- f function(int : object)
    create f function(string : void)
    first f function(: int)
    index f function(: int)
    next f function(: int)
    set_index f function(int : void)
    value f function(: int)
    # Builtin.string_split_iterator
    _sizeof f function(: int)
    `! f function(: int)
    `+ f function(int(0..2147483647) : object)
    `+= f function(int(0..2147483647) : object)
    create f function(string, int | array(int) | multiset(int), void | int, void | function(: string) : void)
    index f function(: int)
    next f function(: int)
    value f function(: string)
    # Builtin.thread_id
    _sprintf f function(: string)
    backtrace f function(: array)
    create F function(mixed, mixed ... : void)
    id_number f function(: int)
    interrupt f function(void | string : void)
    kill f function(: void)
    result v mixed
    status f function(: int)
    wait f function(: mixed)
    # Builtin.thread_local
    create F function(: void)
    get f function(: mixed)
    set f function(mixed : mixed)
    # Builtin.threads_disabled
    # CommonLog
    read f function(function(array(int | string), void | int : void), object | string, void | int : int)
    # CompilerEnvironment
    ERROR k int
    FATAL k int
    NOTICE k zero
    PikeCompiler c function(void | string, void | object, void | int, void | int, void | program, void | object : CompilerEnvironment.PikeCompiler)
    SeverityLevel t type(int(2bit))
    WARNING k int
    compile f function(void | string, void | object, void | int, void | int, void | program, void | object : program)
    get_compilation_handler f function(int, int : object)
    get_default_module f function(: mapping(string:mixed) | object)
    handle_inherit f function(string, string, void | object : program)
    lock c function(: CompilerEnvironment.lock)
    report f function(int(2bit), string, int(0..2147483647), string, string, mixed ... : void)
    resolv f function(string, string, object : mixed)
    # CompilerEnvironment.PikeCompiler
    CompilerState c function(: CompilerEnvironment.PikeCompiler.CompilerState)
    _sprintf F function(int, void | mapping(string:mixed) : string)
    apply_attribute_constant f function(string, mixed, type(mixed), type(function) : type(function))
    apply_type_attribute f function(string, type(mixed), void | type(mixed) : int(1bit))
    change_compiler_compatibility f function(int, int : void)
    compat_handler v object
    compile f function(: program)
    create F function(void | string, void | object, void | int, void | int, void | program, void | object : void)
    current_file v string
    default_module v mapping(string:mixed) | object
    get_compilation_handler f function(int, int : object)
    get_default_module f function(: mapping(string:mixed) | object)
    handle_inherit f function(string : program)
    handler v object
    p v program
    placeholder v object
    pop_type_attribute f function(string, type(mixed), type(mixed) : int(1bit))
    prog v string
    push_type_attribute f function(string, type(mixed), type(mixed) : int(1bit))
    report f function(int(2bit), string, int(0..2147483647), string, string, mixed ... : void)
    resolv f function(string, string, object : mixed)
    target v program
    # CompilerEnvironment.PikeCompiler.CompilerState
    report f function(int(2bit), string, int(0..2147483647), string, string, mixed ... : void)
    # CompilerEnvironment.lock
    # Gdbm
    DB c function(void | string, void | string : Gdbm.gdbm)
    Iterator c function(: Gdbm.Iterator)
    gdbm c function(void | string, void | string : Gdbm.gdbm)
    # Gdbm.Iterator
    `! f function(: int(1bit))
    first f function(: int(1bit))
    index f function(: string(8bit))
    next f function(: int(1bit))
    value f function(: string(8bit))
    # Gdbm.gdbm
    _get_iterator f function(: object)
    _indices f function(: array(string(8bit)))
    _m_delete f function(string : string(8bit))
    _values f function(: array(string(8bit)))
    `[] f function(string : string(8bit))
    `[]= f function(string(8bit), string(8bit), void | int(1bit) : string(8bit))
    close f function(: void)
    create F function(void | string, void | string : void)
    delete f function(string : int(1bit))
    fetch f function(string : string(8bit))
    firstkey f function(: string(8bit))
    nextkey f function(string : string(8bit))
    reorganize f function(: int)
    store f function(string(8bit), string(8bit), void | int(1bit) : int)
    sync f function(: void)
    # Gettext
    LC_ALL k int
    LC_COLLATE k int
    LC_CTYPE k zero
    LC_MESSAGES k int
    LC_MONETARY k int
    LC_NUMERIC k int
    LC_TIME k int
    bindtextdomain f function(void | string, void | string : void | string)
    dcgettext f function(string, string, int : string)
    dgettext f function(string, string : string)
    gettext f function(string, void | string, void | int : string)
    localeconv f function(: mapping)
    setlocale f function(int, string : int)
    textdomain f function(void | string : string)
    # Gmp
    bignum c function(void | int | float | object | string : object) | function(string, int : object)
    fac f function(int : object)
    mpf c function(void | int | float | object | string, void | int(1..2147483647) : Gmp.mpf) | function(string, int(0..2147483647), int(2..36) : Gmp.mpf)
    mpq c function(int, int : Gmp.mpq) | function(void | int | float | object | string : Gmp.mpq) | function(string, int : Gmp.mpq)
    mpz c function(void | int | float | object | string : Gmp.mpz) | function(string, int : Gmp.mpz)
    # Gmp.bignum
    __hash F function(: int)
    _decode f function(string(8bit) : void)
    _encode f function(: string(8bit))
    _is_type F function(string : int(1bit))
    _random f function(: int)
    _size_object f function(: int)
    _sprintf F function(int, mapping : string)
    _sqrt f function(: int)
    `! F function(: int(1bit))
    `% F function(int | float | object ... : int)
    `& F function(int | float | object ... : int)
    `* F function(int | float | object ... : int)
    `+ F function(int | float | object ... : int)
    `+= F function(int | float | object ... : int)
    `- F function(int | float | object ... : int)
    `/ F function(int | float | object ... : int)
    `< F function(mixed : int(1bit))
    `<< F function(int | float | object : int)
    `== F function(mixed : int(1bit))
    `> F function(mixed : int(1bit))
    `>> F function(int | float | object : int)
    `^ F function(int | float | object ... : int)
    ``% F function(int | float | object ... : int)
    ``& F function(int | float | object ... : int)
    ``* F function(int | float | object ... : int)
    ``+ F function(int | float | object ... : int)
    ``- F function(int | float | object ... : int)
    ``/ F function(int | float | object ... : int)
    ``<< F function(int | float | object : int)
    ``>> F function(int | float | object : int)
    ``^ F function(int | float | object ... : int)
    ``| F function(int | float | object ... : int)
    `| F function(int | float | object ... : int)
    `~ F function(: object)
    bin f function(int | float | object : int)
    cast F function(string : mixed)
    cast_to_float f! function(: float)
    cast_to_int f! function(: int)
    cast_to_string f! function(: string(7bit))
    create F function(void | int | float | object | string : void) | function(string, int : void)
    digits f function(void | int : string(8bit))
    encode_json f function(void | int, void | int : string(7bit))
    fac f function(: int)
    gcd f function(int | float | object ... : int)
    gcdext f function(int | float | object : array(int))
    gcdext2 f function(int | float | object : array(int))
    invert f function(int | float | object : int)
    next_prime f function(void | int, void | int : int)
    popcount f function(: int)
    pow f function(int | float | object : int)
    powm f function(int | float | object, int | float | object : int)
    probably_prime_p f function(void | int(0..2147483647) : int(1bit))
    sgn f function(: int)
    size f function(void | int : int(0..2147483647))
    small_factor f function(void | int : int)
    sqrt f function(: int)
    sqrtrem f function(: array(int))
    # Gmp.mpf
    __hash F function(: int)
    _is_type F function(string : int(1bit))
    _sprintf F function(int, mapping : string)
    `! F function(: int)
    `* F function(int | float | object ... : Gmp.mpf)
    `+ F function(int | float | object ... : Gmp.mpf)
    `+= F function(int | float | object ... : Gmp.mpf)
    `- F function(int | float | object ... : Gmp.mpf)
    `/ F function(int | float | object ... : Gmp.mpf)
    `< F function(mixed : int(1bit))
    `== F function(mixed : int(1bit))
    `> F function(mixed : int(1bit))
    ``* F function(int | float | object ... : Gmp.mpf)
    ``+ F function(int | float | object ... : Gmp.mpf)
    ``- F function(int | float | object : Gmp.mpf)
    ``/ F function(int | float | object : Gmp.mpf)
    `~ F function(: Gmp.mpf)
    cast F function(string : int | float | string)
    create F function(void | int | float | object | string, void | int(1..2147483647) : void) | function(string, int(0..2147483647), int(2..36) : void)
    get_float f function(: float)
    get_int f function(: int | object)
    get_precision f function(: int)
    get_string f function(: string)
    set_precision f function(int(0..2147483647) : Gmp.mpf)
    sgn f function(: int)
    # Gmp.mpq
    __hash F function(: int)
    _is_type F function(string : int(1bit))
    _sprintf F function(int, mapping : string)
    `! F function(: int(1bit))
    `% F function(int | float | object ... : Gmp.mpq)
    `* F function(int | float | object ... : Gmp.mpq)
    `+ F function(int | float | object ... : Gmp.mpq)
    `+= F function(int | float | object ... : Gmp.mpq)
    `- F function(int | float | object ... : Gmp.mpq)
    `/ F function(int | float | object ... : Gmp.mpq)
    `< F function(mixed : int(1bit))
    `== F function(mixed : int(1bit))
    `> F function(mixed : int(1bit))
    ``% F function(int | float | object : Gmp.mpq)
    ``* F function(int | float | object ... : Gmp.mpq)
    ``+ F function(int | float | object ... : Gmp.mpq)
    ``- F function(int | float | object : Gmp.mpq)
    ``/ F function(int | float | object : Gmp.mpq)
    `~ F function(: Gmp.mpq)
    cast F function(string : int | float | string)
    create F function(int, int : void) | function(void | int | float | object | string : void) | function(string, int : void)
    den f function(: int)
    get_float f function(: float)
    get_int f function(: int)
    get_string f function(void | int : string)
    invert f function(: Gmp.mpq)
    num f function(: int)
    sgn f function(: int(-1..1))
    # Gmp.mpz
    __hash F function(: int)
    _decode f function(string(8bit) : void)
    _encode f function(: string(8bit))
    _is_type F function(string : int(1bit))
    _random f function(: Gmp.mpz)
    _size_object f function(: int)
    _sprintf F function(int, mapping : string)
    _sqrt f function(: Gmp.mpz)
    `! F function(: int(1bit))
    `% F function(int | float | object ... : Gmp.mpz)
    `& F function(int | float | object ... : Gmp.mpz)
    `* F function(int | float | object ... : Gmp.mpz)
    `+ F function(int | float | object ... : Gmp.mpz)
    `+= F function(int | float | object ... : Gmp.mpz)
    `- F function(int | float | object ... : Gmp.mpz)
    `/ F function(int | float | object ... : Gmp.mpz)
    `< F function(mixed : int(1bit))
    `<< F function(int | float | object : Gmp.mpz)
    `== F function(mixed : int(1bit))
    `> F function(mixed : int(1bit))
    `>> F function(int | float | object : Gmp.mpz)
    `^ F function(int | float | object ... : Gmp.mpz)
    ``% F function(int | float | object ... : Gmp.mpz)
    ``& F function(int | float | object ... : Gmp.mpz)
    ``* F function(int | float | object ... : Gmp.mpz)
    ``+ F function(int | float | object ... : Gmp.mpz)
    ``- F function(int | float | object ... : Gmp.mpz)
    ``/ F function(int | float | object ... : Gmp.mpz)
    ``<< F function(int | float | object : Gmp.mpz)
    ``>> F function(int | float | object : Gmp.mpz)
    ``^ F function(int | float | object ... : Gmp.mpz)
    ``| F function(int | float | object ... : Gmp.mpz)
    `| F function(int | float | object ... : Gmp.mpz)
    `~ F function(: object)
    bin f function(int | float | object : Gmp.mpz)
    cast F function(string : mixed)
    cast_to_float f! function(: float)
    cast_to_int f! function(: int)
    cast_to_string f! function(: string(7bit))
    create F function(void | int | float | object | string : void) | function(string, int : void)
    digits f function(void | int : string(8bit))
    encode_json f function(void | int, void | int : string(7bit))
    fac f function(: Gmp.mpz)
    gcd f function(int | float | object ... : Gmp.mpz)
    gcdext f function(int | float | object : array(Gmp.mpz))
    gcdext2 f function(int | float | object : array(Gmp.mpz))
    invert f function(int | float | object : Gmp.mpz)
    next_prime f function(void | int, void | int : Gmp.mpz)
    popcount f function(: int)
    pow f function(int | float | object : Gmp.mpz)
    powm f function(int | float | object, int | float | object : Gmp.mpz)
    probably_prime_p f function(void | int(0..2147483647) : int(1bit))
    sgn f function(: int)
    size f function(void | int : int(0..2147483647))
    small_factor f function(void | int : int)
    sqrt f function(: Gmp.mpz)
    sqrtrem f function(: array(Gmp.mpz))
    # HTTPAccept
    LogEntry c function(: HTTPAccept.LogEntry)
    Loop c function(object, program, function, mixed, int, int, int : HTTPAccept.Loop)
    RequestProgram c function(: HTTPAccept.RequestProgram)
    prog c function(: HTTPAccept.RequestProgram)
    # HTTPAccept.LogEntry
    from v string
    method v string
    protocol v string
    raw v string
    received_bytes v int
    reply v int
    sent_bytes v int
    time v int
    url v string
    # HTTPAccept.Loop
    cache_status f function(: mapping)
    create f function(object, program, function, mixed, int, int, int : void)
    log_as_array f function(: array(object))
    log_as_commonlog_to_file f function(object : int)
    log_size f function(: int)
    logp f function(: int)
    # HTTPAccept.RequestProgram
    `-> f function(string : mixed)
    `[] f function(string : mixed)
    end f function(void | string, void | int : void)
    reply f function(void | string, void | object, void | int : void)
    reply_with_cache f function(string, int : void)
    scan_for_query f function(string : string)
    send f function(string : void)
    # Image
    ANY m Image.ANY
    AVS m Image.AVS
    BMP m Image.BMP
    Color m Image.Color
    Colortable c function(: Image.Colortable) | function(array(array(int) | object | string) | string : Image.Colortable) | function(object, void | int, mixed ... : Image.Colortable) | function(int, int, int, void | int ... : Image.Colortable)
    DSI m Image.DSI
    Font c function(void | string : Image.Font)
    HRZ m Image.HRZ
    ILBM m Image.ILBM
    Image c function(object : Image.Image) | function(void | int, void | int, void | int | array(int) | object | string, void | int, void | int : Image.Image) | function(int, int, string, mixed ... : Image.Image)
    Layer c function(: Image.Layer) | function(object, void | object, void | string : Image.Layer) | function(mapping(string:int | float | array(int) | object | string) : Image.Layer) | function(int, int, void | array(int) | object | string, void | array(int) | object | string : Image.Layer)
    NEO m Image.NEO
    PCX m Image.PCX
    PNM m Image.PNM
    PVR m Image.PVR
    RAS m Image.RAS
    TGA m Image.TGA
    TIM m Image.TIM
    WBF m Image.WBF
    WBMP m Image.WBMP
    X m Image.X
    XBM m Image.XBM
    XWD m Image.XWD
    _PSD m Image._PSD
    _XCF m Image._XCF
    _XPM m Image._XPM
    `[] f function(string : object | function(string : mixed) | function(array(mapping(string:int | float | array(int) | object | string) | object) : object) | function(array(mapping(string:int | float | array(int) | object | string) | object), int, int, int, int : object) | program)
    lay f function(array(mapping(string:int | float | array(int) | object | string) | object) : object) | function(array(mapping(string:int | float | array(int) | object | string) | object), int, int, int, int : object)
    # Image.ANY
    _decode f function(string : mapping)
    decode f function(string : object)
    decode_alpha f function(string : object)
    decode_header f function(string : mapping)
    # Image.AVS
    _decode f function(string : mapping)
    decode f function(string : object)
    encode f function(object, void | object : string)
    # Image.BMP
    _decode f function(string, void | mapping : mapping)
    decode f function(string, void | mapping : object)
    decode_header f function(string, void | mapping : mapping)
    encode f function(object, void | int | mapping | object : string(8bit))
    # Image.Color
    Color c function(: Image.Color.Color)
    _indices f function(: array(string))
    _values f function(: array(Image.Color.Color))
    `() f function(int : Image.Color.Color) | function(int, int, int : Image.Color.Color) | function(string : Image.Color.Color)
    `[] f function(string : Image.Color.Color)
    cmyk f function(int | float, int | float, int | float, int | float : Image.Color.Color)
    greylevel f function(int : Image.Color.Color)
    guess f function(string : Image.Color.Color)
    hsv f function(int, int, int : Image.Color.Color) | function(float, float, float : Image.Color.Color)
    html f function(string : Image.Color.Color)
    rgb f function(int : Image.Color.Color) | function(int, int, int : Image.Color.Color)
    # Image.Color.Color
    __hash f function(: int)
    _decode f function(int : void)
    _encode f function(: array(int))
    _sprintf f function(int, mapping(string:mixed) : string)
    `* f function(float : Image.Color.Color)
    `+ f function(Image.Color.Color : Image.Color.Color)
    `-> f function(int | string : function | int)
    `== f function(int | Image.Color.Color : int)
    `[] f function(int | string : function | int)
    bits f function(int, int, int, int, int, int : int)
    bright f function(: Image.Color.Color)
    cast F function(string : array | string)
    cmyk f function(: array(float))
    dark f function(: Image.Color.Color)
    dull f function(: Image.Color.Color)
    grey f function(: Image.Color.Color) | function(int, int, int : Image.Color.Color)
    greylevel f function(: int) | function(int, int, int : int)
    hex f function(: string)
    hsv f function(: array(int))
    hsvf f function(: array(float))
    html f function(: string)
    light f function(: Image.Color.Color)
    name f function(: string)
    neon f function(: Image.Color.Color)
    rgb f function(: array(int))
    rgbf f function(: array(float))
    # Image.Colortable
    _decode f function(string : void)
    _encode f function(: string)
    _sizeof f function(: int)
    _sprintf f function(int, mapping : string)
    `* f function(object : object) | function(string, int, int : object)
    `+ f function(object : object)
    ``* f function(object : object) | function(string, int, int : object)
    ``+ f function(object : object)
    add f function(: void) | function(object, void | int, mixed ... : void) | function(int, int, int, void | int ... : void) | function(array(array(int) | object | string) : void)
    cast F function(string : array | mapping)
    corners f function(: array)
    create f function(: void) | function(array(array(int) | object | string) | string : void) | function(object, void | int, mixed ... : void) | function(int, int, int, void | int ... : void)
    cubicles f function(: object) | function(int, int, int, void | int : object)
    floyd_steinberg f function(void | int : object) | function(int, int | float, int | float, int | float, int | float : object)
    full f function(: object)
    greyp f function(: int(1bit))
    image f function(: object)
    index f function(object : string)
    map f function(object : object) | function(string, int, int : object)
    nodither f function(: object)
    ordered f function(: object) | function(int, int, int : object) | function(int, int, int, int, int : object) | function(int, int, int, int, int, int, int : object) | function(int, int, int, int, int, int, int, int, int, int, int : object)
    randomcube f function(: object) | function(int, int, int : object)
    randomgrey f function(: object) | function(int : object)
    reduce f function(int : object)
    reduce_fs f function(int : object)
    rigid f function(: object) | function(int, int, int : object)
    spacefactors f function(int, int, int : object)
    # Image.DSI
    _decode f function(string : mapping)
    decode f function(string : object)
    # Image.Font
    baseline f function(: int)
    center f function(: void)
    create f function(void | string : void)
    extents f function(string ... : array(int))
    height f function(: int)
    left f function(: void)
    load f function(string : int | object)
    right f function(: void)
    set_x_spacing f function(float : void)
    set_y_spacing f function(float : void)
    text_extents f function(string ... : array(int))
    write f function(string ... : object)
    # Image.HRZ
    _decode f function(string : mapping)
    decode f function(string : object)
    encode f function(object : string)
    # Image.ILBM
    __decode f function(string : array)
    _decode f function(array | string : mapping)
    decode f function(array | string : object)
    encode f function(object, void | mapping(string:mixed) : string)
    # Image.Image
    _decode f function(array : void)
    _encode f function(: array)
    _size_object f function(: int)
    _sprintf f function(int : string)
    `% f function(int | array(int) | object : object)
    `& f function(int | array(int) | object : object)
    `* f function(int | array(int) | object : object)
    `+ f function(int | array(int) | object : object)
    `- f function(int | array(int) | object : object)
    `/ f function(int | array(int) | object : object)
    `< f function(int | array(int) | object : int)
    `== f function(int | array(int) | object : int)
    `> f function(int | array(int) | object : int)
    `| f function(int | array(int) | object : object)
    apply_curve f function(array(int) : object) | function(array(int), array(int), array(int) : object) | function(string, array(int) : object)
    apply_matrix f function(array(array(int | array(int))), void | int ... : object)
    apply_max f function(array(array(int | array(int))), void | int ... : object)
    autocrop f function(void | int ... : object)
    average f function(: array(int))
    bitscale f function(int | float, void | int | float : object)
    blur f function(int : object)
    box f function(int, int, int, int, void | int | array(int) | object | string, void | int, void | int : object)
    cast F function(string : array | string)
    change_color f function(int, int, int, void | int | array(int) | object | string, void | int, void | int : object) | function(array(int) | object | string, void | int | array(int) | object | string, void | int, void | int : object)
    circle f function(int, int, int, int, void | int | array(int) | object | string, void | int, void | int : object)
    clear f function(void | int | array(int) | object | string, void | int, void | int : object)
    clone f function(: object) | function(void | int | array(int) | object | string, void | int, void | int : object) | function(int, int, int, int, void | int | array(int) | object | string, void | int, void | int : object)
    color f function(void | int | array(int) | object | string, void | int, void | int : object)
    copy f function(void | int, void | int, void | int, void | int, void | int | array(int) | object | string, void | int, void | int : object)
    create f function(object : void) | function(void | int, void | int, void | int | array(int) | object | string, void | int, void | int : void) | function(int, int, string, mixed ... : void)
    dct f function(: object)
    distancesq f function(void | int | array(int) | object | string, void | int, void | int : object)
    find_autocrop f function(void | int ... : array(int))
    find_max f function(: array(int)) | function(int, int, int : array(int))
    find_min f function(: array(int)) | function(int, int, int : array(int))
    gamma f function(int | float : object) | function(int | float, int | float, int | float : object)
    getpixel f function(int, int : array(int))
    gradients f function(float | array(int) ... : object)
    gray f function(void | int | array(int) | object | string, void | int, void | int : object)
    grey f function(void | int | array(int) | object | string, void | int, void | int : object)
    grey_blur f function(int : object)
    hsv_to_rgb f function(: object)
    invert f function(void | int | array(int) | object | string, void | int, void | int : object)
    line f function(int, int, int, int, void | int | array(int) | object | string, void | int, void | int : object)
    make_ascii f function(object, object, object, object, void | int : string)
    match f function(int | float, object : object) | function(int | float, object, object, object : object) | function(int | float, object, object, int : object) | function(int | float, object, object, object, object, int : object)
    match_norm f function(int | float, object : object) | function(int | float, object, object, object : object) | function(int | float, object, object, int : object) | function(int | float, object, object, object, object, int : object)
    match_norm_corr f function(int | float, object : object) | function(int | float, object, object, object : object) | function(int | float, object, object, int : object) | function(int | float, object, object, object, object, int : object)
    match_phase f function(int | float, object : object) | function(int | float, object, object, object : object) | function(int | float, object, object, int : object) | function(int | float, object, object, object, object, int : object)
    max f function(: array(int))
    min f function(: array(int))
    mirrorx f function(: object)
    mirrory f function(: object)
    modify_by_intensity f function(int, int, int, int | array(int) | object | string, int | array(int) | object | string, int | array(int) | object | string ... : object)
    new f function(void | int, void | int, void | int | array(int) | object | string, void | int, void | int : object)
    noise f function(array(int | float | array(int) | object | string), void | float, void | float, void | float, void | float : object)
    orient f function(: object)
    orient4 f function(: array(object))
    outline f function(int, int, int, void | int : object) | function(void | array(array(int)) : object) | function(array(array(int)), int, int, int, void | int : object) | function(int, int, int, int, int, int, void | int : object) | function(array(array(int)), int, int, int, int, int, int, void | int : object)
    outline_mask f function(void | array(array(int)) : object) | function(array(array(int)), int, int, int : object)
    paste f function(object, void | int, void | int : object)
    paste_alpha f function(object, int, void | int, void | int : object)
    paste_alpha_color f function(object : object) | function(object, int, int : object) | function(object, int, int, int : object) | function(object, int, int, int, int, int : object) | function(object, array(int) | object | string, int, int : object) | function(object, array(int) | object | string : object)
    paste_mask f function(object, object, void | int, void | int : object)
    phaseh f function(: object)
    phasehv f function(: object)
    phasev f function(: object)
    phasevh f function(: object)
    polyfill f function(array(int | float) ... : object)
    polygone f function(array(int | float) ... : object)
    random f function(void | int : object)
    randomgrey f function(void | int : object)
    read_lsb_grey f function(: string)
    read_lsb_rgb f function(: string)
    rgb_to_hsv f function(: object)
    rgb_to_yuv f function(: object)
    rotate f function(int | float, void | int | array(int) | object | string, void | int, void | int : object)
    rotate_ccw f function(: object)
    rotate_cw f function(: object)
    rotate_expand f function(int | float, void | int | array(int) | object | string, void | int, void | int : object)
    scale f function(int | float, void | int | float : object)
    select_from f function(int, int, void | int : object)
    setcolor f function(int, int, int, void | int : object)
    setpixel f function(int, int, void | int | array(int) | object | string, void | int, void | int : object)
    skewx f function(int | float, void | int | array(int) | object | string, void | int, void | int : object)
    skewx_expand f function(int | float, void | int | array(int) | object | string, void | int, void | int : object)
    skewy f function(int | float, void | int | array(int) | object | string, void | int, void | int : object)
    skewy_expand f function(int | float, void | int | array(int) | object | string, void | int, void | int : object)
    sum f function(: array(int))
    sumf f function(: array(int))
    test f function(void | int : object)
    threshold f function(void | int | array(int) | object | string, void | int, void | int : object)
    tobitmap f function(: string)
    translate f function(int | float, int | float : object)
    translate_expand f function(int | float, int | float : object)
    tuned_box f function(int, int, int, int, array : object)
    turbulence f function(array(int | float | array(int) | object | string), void | int, void | float, void | float, void | float, void | float : object)
    write_lsb_grey f function(string : object)
    write_lsb_rgb f function(string : object)
    xsize f function(: int)
    ysize f function(: int)
    yuv_to_rgb f function(: object)
    # Image.Layer
    _sprintf f function(int, mapping : string)
    alpha f function(: object)
    alpha_value f function(: float)
    autocrop f function(void | int ... : object)
    available_modes f function(: array(string))
    cast F function(string : mapping | string)
    clone f function(: object)
    create f function(: void) | function(object, void | object, void | string : void) | function(mapping(string:int | float | array(int) | object | string) : void) | function(int, int, void | array(int) | object | string, void | array(int) | object | string : void)
    crop f function(int, int, int, int : object)
    descriptions f function(: array(string))
    fill f function(: object)
    fill_alpha f function(: object)
    find_autocrop f function(void | int ... : object)
    get_misc_value f function(mixed : mixed)
    image f function(: object)
    mode f function(: string)
    set_alpha_value f function(float : object)
    set_fill f function(void | object, void | object : object)
    set_image f function(void | object, void | object : object)
    set_misc_value f function(mixed, mixed : mixed)
    set_mode f function(string : object)
    set_offset f function(int, int : object)
    set_tiled f function(int : object)
    tiled f function(: int(1bit))
    xoffset f function(: int)
    xsize f function(: int)
    yoffset f function(: int)
    ysize f function(: int)
    # Image.NEO
    _decode f function(string : mapping(string:mixed))
    decode f function(string : object)
    # Image.PCX
    _decode f function(string : mapping(string:object))
    _encode f function(object, void | mapping : string)
    decode f function(string : object)
    encode f function(object, void | mapping : string)
    # Image.PNM
    decode f function(string : object)
    encode f function(object : string)
    encode_P1 f function(object : string)
    encode_P2 f function(object : string)
    encode_P3 f function(object : string)
    encode_P4 f function(object : string)
    encode_P5 f function(object : string)
    encode_P6 f function(object : string)
    encode_ascii f function(object : string)
    encode_binary f function(object : string)
    # Image.PVR
    _decode f function(string : mapping)
    decode f function(string : object)
    decode_alpha f function(string : object)
    decode_header f function(string : mapping)
    encode f function(object, void | mapping : string)
    # Image.RAS
    _decode f function(string : mapping)
    decode f function(string : object)
    encode f function(object, void | mapping(string:mixed) : string)
    # Image.TGA
    _decode f function(string : mapping(string:object))
    decode f function(string : object)
    encode f function(object, void | mapping : string)
    # Image.TIM
    _decode f function(string : mapping)
    decode f function(string : object)
    decode_alpha f function(string : object)
    decode_header f function(string : mapping)
    # Image.WBF
    _decode f function(string : mapping)
    _encode f function(object, void | mapping : string)
    decode f function(string : object)
    decode_header f function(string : mapping)
    encode f function(object, void | mapping : string)
    # Image.WBMP
    _decode f function(string : mapping)
    _encode f function(object, void | mapping : string)
    decode f function(string : object)
    decode_header f function(string : mapping)
    encode f function(object, void | mapping : string)
    # Image.X
    decode_pseudocolor f function(string, int, int, int, int, int, object : object)
    decode_truecolor f function(string, int, int, int, int, int, int, int, int, int, int, int : object)
    decode_truecolor_masks f function(string, int, int, int, int, int, int, int, int : object)
    encode_bitmap f function(object : object)
    encode_pseudocolor f function(object, int, int, int, object, void | string : string)
    encode_truecolor f function(object, int, int, int, int, int, int, int, int, int, void | object : string)
    encode_truecolor_masks f function(object, int, int, int, int, int, int, void | object : string)
    examine_mask f function(int : array(int))
    # Image.XBM
    _decode f function(string, void | mapping : mapping(string:object))
    decode f function(string : object)
    encode f function(object, void | mapping : string)
    # Image.XWD
    _decode f function(string, void | int : mapping(string:int | array | object))
    decode f function(string : object)
    decode_header f function(string : object)
    # Image._PSD
    Bitmap k zero
    CMYK k int
    Duotone k int
    Greyscale k int
    Indexed k int
    LAYER_FLAG_BIT4 k int
    LAYER_FLAG_INVISIBLE k int
    LAYER_FLAG_NOPIX k int
    LAYER_FLAG_PRESERVE_TRANSPARENCY k int
    Lab k int
    Multichannel k int
    RGB k int
    ___decode f function(string : mapping)
    ___decode_image_channel f function
    ___decode_image_data f function
    __apply_cmap f function(object, string : void)
    # Image._XCF
    ADDITION_MODE k int
    Auxillary k int
    BEHIND_MODE k int
    Blue k int
    COLOR_MODE k int
    COMPRESS_FRACTAL k int
    COMPRESS_NONE k zero
    COMPRESS_RLE k int
    COMPRESS_ZLIB k int
    DARKEN_ONLY_MODE k int
    DIFFERENCE_MODE k int
    DISSOLVE_MODE k int
    DIVIDE_MODE k int
    ERASE_MODE k int
    GRAY k int
    GRAYA_GIMAGE k int
    GRAY_GIMAGE k int
    Gray k int
    Green k int
    HUE_MODE k int
    INDEXED k int
    INDEXEDA_GIMAGE k int
    INDEXED_GIMAGE k int
    Indexed k int
    LIGHTEN_ONLY_MODE k int
    MULTIPLY_MODE k int
    NORMAL_MODE k zero
    OVERLAY_MODE k int
    PROP_ACTIVE_CHANNEL k int
    PROP_ACTIVE_LAYER k int
    PROP_APPLY_MASK k int
    PROP_COLOR k int
    PROP_COLORMAP k int
    PROP_COMPRESSION k int
    PROP_EDIT_MASK k int
    PROP_END k zero
    PROP_FLOATING_SELECTION k int
    PROP_GUIDES k int
    PROP_LINKED k int
    PROP_MODE k int
    PROP_OFFSETS k int
    PROP_OPACITY k int
    PROP_PARASITES k int
    PROP_PATHS k int
    PROP_PRESERVE_TRANSPARENCY k int
    PROP_RESOLUTION k int
    PROP_SELECTION k int
    PROP_SHOW_MASK k int
    PROP_SHOW_MASKED k int
    PROP_TATTOO k int
    PROP_UNIT k int
    PROP_USER_UNIT k int
    PROP_VISIBLE k int
    REPLACE_MODE k int
    RGB k zero
    RGBA_GIMAGE k int
    RGB_GIMAGE k zero
    Red k zero
    SATURATION_MODE k int
    SCREEN_MODE k int
    SUBTRACT_MODE k int
    VALUE_MODE k int
    ___decode f function(string : mapping)
    _decode_tiles f function
    # Image._XPM
    _xpm_trim_rows f function(array(string) : array(string))
    _xpm_write_rows f function(object, object, int, array(string), array(string) : int)
    # Nettle
    AEAD c function(: Nettle.AEAD)
    AES c function(: Nettle.AES)
    ARCFOUR c function(: Nettle.ARCFOUR)
    BLOWFISH c function(: Nettle.BLOWFISH)
    BlockCipher c function(: Nettle.BlockCipher)
    BlockCipher16 c function(: Nettle.BlockCipher16)
    BufferedCipher c function(: Nettle.BufferedCipher)
    CAMELLIA c function(: Nettle.CAMELLIA)
    CAST128 c function(: Nettle.CAST128)
    CHACHA c function(: Nettle.CHACHA)
    CHACHA_POLY1305 c function(: Nettle.CHACHA_POLY1305)
    Cipher c function(: Nettle.Cipher)
    DES c function(: Nettle.DES)
    DES3 c function(: Nettle.DES3)
    DH_Params c function(: Nettle.DH_Params)
    ECC_Curve c function(int(0..2147483647), int(0..2147483647), int(0..2147483647) : Nettle.ECC_Curve)
    Fortuna c function(: Nettle.Fortuna)
    GOST94 c function(: Nettle.GOST94)
    Hash c function(: Nettle.Hash)
    IDEA c function(: Nettle.IDEA)
    MAC c function(: Nettle.MAC)
    MD2 c function(: Nettle.MD2)
    MD4 c function(: Nettle.MD4)
    MD5 c function(: Nettle.MD5)
    PAD_ANSI_X923 k int
    PAD_ISO_10126 k int
    PAD_PKCS7 k int
    PAD_SSL k zero
    PAD_TLS k int
    PAD_ZERO k int
    RIPEMD160 c function(: Nettle.RIPEMD160)
    SALSA20 c function(: Nettle.SALSA20)
    SALSA20R12 c function(: Nettle.SALSA20R12)
    SECP256R1 k int
    SECP384R1 k int
    SECP521R1 k int
    SERPENT c function(: Nettle.SERPENT)
    SHA1 c function(: Nettle.SHA1)
    SHA224 c function(: Nettle.SHA224)
    SHA256 c function(: Nettle.SHA256)
    SHA384 c function(: Nettle.SHA384)
    SHA3_224 c function(: Nettle.SHA3_224)
    SHA3_256 c function(: Nettle.SHA3_256)
    SHA3_384 c function(: Nettle.SHA3_384)
    SHA3_512 c function(: Nettle.SHA3_512)
    SHA512 c function(: Nettle.SHA512)
    Twofish c function(: Nettle.Twofish)
    UMAC128_AES c function(: Nettle.UMAC128_AES)
    UMAC32_AES c function(: Nettle.UMAC32_AES)
    UMAC64_AES c function(: Nettle.UMAC64_AES)
    UMAC96_AES c function(: Nettle.UMAC96_AES)
    Yarrow c function(void | int : Nettle.Yarrow)
    crypt_md5 f function(string(8bit), string(8bit), void | string(8bit) : string(7bit))
    dsa_generate_keypair f function(int, int, function(int(0..2147483647) : string(8bit)) : array(Gmp.mpz))
    rsa_generate_keypair f function(int, int, function(int(0..2147483647) : string(8bit)) : array(Gmp.mpz))
    rsa_unpad f function(string(8bit), int : int)
    version f function(: string)
    # Nettle.AEAD
    State c function(: object)
    `() f function(: object)
    block_size f function(: int(0..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    digest_size f function(: int(0..2147483647))
    encrypt f function(string(8bit), string(8bit) : string)
    iv_size f function(: int(0..2147483647))
    key_size f function(: int(0..2147483647))
    name f function(: string(8bit))
    """#
}
