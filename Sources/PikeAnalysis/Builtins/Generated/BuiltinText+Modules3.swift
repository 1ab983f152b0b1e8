// Written by Scripts/make-builtins. Change that, not this.
// swift-format-ignore-file

extension BuiltinText {
  static let modules3: StaticString = #"""
    # System._Inotify._Instance
    add_watch f function(string, int : int)
    get_event_callback f function(: function(int, int, int, string : void))
    poll f function(: void)
    query_fd f function(: int)
    rm_watch f function(int : void)
    set_backend f function(object : void)
    set_blocking f function(: void)
    set_event_callback f function(function(int, int, int, string : void) : void)
    set_nonblocking f function(: void)
    # System._Wnotify
    # Unicode
    is_rtlchar f function(int : int)
    is_rtlstring f function(string : int)
    is_wordchar f function(int : int)
    normalize f function(string, string : string)
    split_words f function(string : array(string))
    split_words_and_normalize f function(string : array(string))
    version k string
    # _ADT
    CircularList c function(int | array : _ADT.CircularList)
    Sequence c function(int | array : _ADT.Sequence)
    # _ADT.CircularList
    CircularListIterator c function(object, void | int : _ADT.CircularList.CircularListIterator)
    _equal f function(mixed : int(1bit))
    _get_iterator f function(void | int : object)
    _indices f function(: array)
    _insert_element f function(int, mixed : void)
    _remove_element f function(int : mixed)
    _search f function(mixed, void | int : int)
    _sizeof f function(: int)
    _values f function(: array)
    `+ f function(object ... : object)
    `[] f function(int : mixed)
    `[]= f function(int, mixed : mixed)
    add f function(mixed : void)
    allocate f function(int : void)
    cast F function(string : array)
    clear f function(: void)
    create f function(int | array : void)
    delete_value f function(mixed : int)
    first f function(: object)
    is_empty f function(: int(1bit))
    last f function(: object)
    max_size f function(: int)
    peek_back f function(: mixed)
    peek_front f function(: mixed)
    pop_back f function(: mixed)
    pop_front f function(: mixed)
    push_back f function(mixed : void)
    push_front f function(mixed : void)
    # _ADT.CircularList.CircularListIterator
    _equal f function(mixed : int(1bit))
    `! f function(: int(1bit))
    `+ f function(int : object)
    `+= f function(int : object)
    `- f function(int : object)
    `< f function(mixed : int(1bit))
    `> f function(mixed : int(1bit))
    create f function(object, void | int : void)
    distance f function(object : int)
    get_collection f function(: object)
    has_next f function(void | int : int(1bit))
    has_previous f function(void | int : int(1bit))
    index f function(: int)
    set_value f function(mixed : mixed)
    value f function(: mixed)
    # _ADT.Sequence
    SequenceIterator c function(object, void | int : _ADT.Sequence.SequenceIterator)
    _equal f function(mixed : int(1bit))
    _get_iterator f function(void | int : object)
    _indices f function(: array)
    _insert_element f function(int, mixed : void)
    _remove_element f function(int : mixed)
    _search f function(mixed, void | int : int)
    _sizeof f function(: int)
    _values f function(: array)
    `& f function(object : object)
    `+ f function(object ... : object)
    `- f function(object ... : object)
    `[] f function(mixed : mixed)
    `[]= f function(mixed, mixed : mixed)
    `^ f function(object : object)
    `| f function(object : object)
    add f function(mixed : void)
    cast F function(string : array)
    clear f function(: void)
    create f function(int | array : void)
    delete_value f function(mixed : int)
    first f function(: object)
    is_empty f function(: int(1bit))
    last f function(: object)
    max_size f function(: int)
    # _ADT.Sequence.SequenceIterator
    _equal f function(mixed : int(1bit))
    `! f function(: int(1bit))
    `+ f function(int : object)
    `+= f function(int : object)
    `- f function(int : object)
    `< f function(mixed : int(1bit))
    `> f function(mixed : int(1bit))
    create f function(object, void | int : void)
    distance f function(object : int)
    get_collection f function(: object)
    has_next f function(void | int : int(1bit))
    has_previous f function(void | int : int(1bit))
    index f function(: int)
    set_value f function(mixed : mixed)
    value f function(: mixed)
    # _Charset
    EUCDec K function(string, string : object)
    EUCEnc K function(string, string, void | string, void | function(string : string) : object)
    GB18030Enc K function(void | string, void | function(string : string) : object)
    GBKenc K function(void | string, void | function(string : string) : object)
    ISO2022Dec K function(: object)
    ISO2022Enc K function(string, void | string, void | function(string : string) : object)
    MulticharDec K function(string : object)
    ShiftJisDec K function(void | string, void | function(string : string) : object)
    ShiftJisEnc K function(void | string, void | function(string : string) : object)
    UTF7_5dec K function(void | string, void | function(string : string) : object)
    UTF7_5enc K function(void | string, void | function(string : string) : object)
    UTF7dec K function(void | string, void | function(string : string) : object)
    UTF7enc K function(void | string, void | function(string : string) : object)
    UTF8dec K function(void | string, void | function(string : string) : object)
    UTF8enc K function(void | string, void | function(string : string) : object)
    UTF_EBCDICdec K function(void | string, void | function(string : string) : object)
    UTF_EBCDICenc K function(void | string, void | function(string : string) : object)
    rfc1345 f function(string, void | int, void | string, void | function(string : string) : object)
    # _Image_FreeType
    FACE_FLAG_FAST_GLYPHS k int
    FACE_FLAG_FIXED_WIDTH k int
    FACE_FLAG_GLYPH_NAMES k int
    FACE_FLAG_HORIZONTAL k int
    FACE_FLAG_KERNING k int
    FACE_FLAG_MULTIPLE_MASTERS k int
    FACE_FLAG_SCALABLE k int
    FACE_FLAG_SFNT k int
    FACE_FLAG_VERTICAL k int
    Face c function(string(8bit), void | int(0..2147483647) : _Image_FreeType.Face)
    STYLE_FLAG_BOLD k int
    STYLE_FLAG_ITALIC k int
    # _Image_FreeType.Face
    attach_file f function(string : void)
    create f function(string(8bit), void | int(0..2147483647) : void)
    get_kerning f function(int, int : int)
    info f function(: mapping)
    list_encodings f function(: array(string))
    select_encoding f function(int | string : void)
    set_size f function(int, int : object)
    write_char f function(int : object)
    # _Image_GIF
    ERROR_PREMATURE_EOD k int
    ERROR_TOO_MUCH_DATA k int
    ERROR_UNKNOWN_DATA k int
    EXTENSION k int
    LOOSE_GCE k int
    NETSCAPE_LOOP k int
    RENDER k int
    __decode f function(string : array)
    _decode f function(array | string : array)
    _encode f function(array : string)
    _encode_extension f function(array : string)
    _encode_render f function(array : string)
    _gce_block f function(int, int, int, int, int : string)
    _render_block f function(int, int, int, int, int, string, string, int : string)
    decode f function(array | string : object)
    decode_layer f function(array | string : object)
    decode_layers f function(array | string : array(object))
    decode_map f function(array | string : mapping)
    encode f function(object, void | int | object, void | int | object, void | int, void | int, void | int : string)
    encode_fs f function(object, void | int | object, void | int | object, void | int, void | int, void | int : string)
    encode_trans f function(object, void | int | object, void | int | object, void | int, void | int, void | int : string)
    end_block f function(: string)
    header_block f function(int, int, int | object, void | int, void | int, void | int, void | int, void | int, void | int, void | int : string)
    lzw_decode f function(string, void | int, void | int : string)
    lzw_encode f function(string, void | int, void | int : string)
    netscape_loop_block f function(void | int : string)
    render_block f function(object, object, void | int, void | int, void | int, void | int | object, void | int, void | int, void | int, void | int, void | int, void | int, void | int : string)
    # _Image_WebP
    HINT_DEFAULT k zero
    HINT_GRAPH k int
    HINT_PHOTO k int
    HINT_PICTURE k int
    PRESET_DEFAULT k zero
    PRESET_DRAWING k int
    PRESET_ICON k int
    PRESET_PHOTO k int
    PRESET_PICTURE k int
    PRESET_TEXT k int
    _decode f function(string : mapping(string:string | Image.Image))
    decode f function(string : Image.Image)
    encode f function(Image.Image, void | mapping(string:int | float | Image.Image) : string(8bit))
    # _Image_XFace
    decode f function(string, void | mapping(string:int) : object)
    decode_header f function(string, void | mapping(string:int) : object)
    encode f function(object, void | mapping(string:int) : string)
    # _Roxen
    HeaderParser c function(void | int, void | int, void | int : _Roxen.HeaderParser)
    html_encode_string f function(mixed : string)
    http_decode_string f function(string : string)
    make_http_headers f function(mapping(string:array(string) | string), void | int(1bit) : string)
    # _Roxen.HeaderParser
    create F function(void | int, void | int, void | int : void)
    feed f function(string, void | int(1bit) : array(mapping | string))
    # _Stdio
    Buffer c function(void | int | array | object | string : _Stdio.Buffer)
    Fd c function(void | int | string, void | string, void | int : _Stdio.Fd)
    Fd_ref c function(void | int | string, void | string, void | int : _Stdio.Fd_ref)
    IPPROTO m _Stdio.IPPROTO
    PROP_BIDIRECTIONAL k int
    PROP_BUFFERED k int
    PROP_IPC k int
    PROP_IS_NONBLOCKING k int
    PROP_NONBLOCK k int
    PROP_REVERSE k int
    PROP_SEND_FD k int
    PROP_SHUTDOWN k int
    PROP_TTY k int
    SEEK_CUR k string
    SEEK_DATA k string
    SEEK_END k string
    SEEK_HOLE k string
    SEEK_SET k string
    SOCK m _Stdio.SOCK
    Stat c function(void | array(int) | mapping | _Stdio.Stat | program : _Stdio.Stat)
    UDP c function(: _Stdio.UDP)
    XATTR_CREATE k int
    XATTR_REPLACE k int
    __HAVE_CONNECT_UNIX__ k int
    __HAVE_FS_EVENTS__ k zero
    __HAVE_OOB__ k int
    __HAVE_OPENAT__ k int
    __HAVE_OPENPT__ k int
    __HAVE_SEND_FD__ k int
    __HAVE_STATAT__ k int
    __OOB__ k zero
    _port c function(void | int | string, void | mixed, void | string : _Stdio._port)
    _stderr k _Stdio.Fd
    _stdin k _Stdio.Fd
    _stdout k _Stdio.Fd
    get_all_active_fd f function(: array(int))
    gethostip f function(: mapping)
    sendfile c function(array(string), object, int, int, array(string), object, function(int, mixed ... : void), mixed ... : _Stdio.sendfile)
    # _Stdio.Buffer
    RewindKey c function(: _Stdio.Buffer.RewindKey)
    __fd_set_output f function(function(mixed ... : void | mixed) | zero | object : void)
    _decode f function(string(8bit) : void)
    _encode f function(: string)
    _search F function(int(8bit), void | int, void | int(0..2147483647) : int(-1..2147483647)) | function(string(8bit), void | int, void | int : int)
    _size_object f function(: int(0..2147483647))
    _sizeof F function(: int(0..2147483647))
    _sprintf F function(int, void | mapping : string(8bit))
    `[] F function(int : int(8bit))
    `[]= F function(int, int : int(8bit))
    add f function(int | array(int | object | string) | object | string ... : _Stdio.Buffer)
    add_hint f function(int | object, int : _Stdio.Buffer)
    add_hstring f function(int | array(int | array | string | _Stdio.Buffer) | object | string, int, void | int : _Stdio.Buffer)
    add_int f function(int | object, int : _Stdio.Buffer)
    add_int16 f function(int : _Stdio.Buffer)
    add_int32 f function(int : _Stdio.Buffer)
    add_int8 f function(int : _Stdio.Buffer)
    add_ints f function(array(int), int : _Stdio.Buffer)
    add_padding f function(int(0..2147483647), void | int : _Stdio.Buffer)
    cast F function(string : string(8bit))
    clear f function(: void)
    consume f function(int : int(-1..2147483647))
    create F function(void | int | array | object | string : void)
    input_from f function(object, void | int, void | int : int(-1..2147483647))
    lock f function(: _Stdio.Buffer)
    match f function(string : int | float | array | string(8bit))
    num_malloc v int
    num_move v int
    output_to f function(object | function(string : int), void | int : int(-1..2147483647))
    range_error F function(int : int(1bit))
    read f function(: string(8bit)) | function(int : string(8bit))
    read_buffer f function(int, void | int : _Stdio.Buffer)
    read_cstring f function(: string(8bit))
    read_hbuffer f function(int, void | int : _Stdio.Buffer)
    read_hint f function(int : int(0..2147483647))
    read_hstring f function(int, void | int : string(8bit))
    read_int f function(int : int(0..2147483647))
    read_int16 f function(: int(16bit))
    read_int24 f function(: int(24bit))
    read_int32 f function(: int(0..2147483647))
    read_int8 f function(: int(8bit))
    read_ints f function(int, int : array(int(0..2147483647)))
    read_json f function(void | int : mixed)
    read_only f function(: void)
    read_sint f function(int : int)
    rewind_key f function(: _Stdio.Buffer.RewindKey)
    rewind_on_error f function(: _Stdio.Buffer.RewindKey)
    set_error_mode f function(int | program : _Stdio.Buffer)
    set_max_waste f function(float : void)
    sprintf f function(object | string, mixed ... : _Stdio.Buffer)
    sscanf f function(string : array)
    trim f function(: void)
    truncate f function(int(0..2147483647) : int(-1..2147483647))
    try_output f function(: int(-1..2147483647))
    try_read f function(int : string(8bit))
    unread f function(int : int(-1..2147483647))
    # _Stdio.Buffer.RewindKey
    create F function(: void)
    destroy F function(int : void)
    release f function(: void)
    rewind f function(: void)
    update f function(: void)
    # _Stdio.Fd
    _disable_callbacks f function(: void)
    _enable_callbacks f function(: void)
    _errno V int(0..2147483647)
    _fd v _Stdio.Fd
    _fs_event_callback v mixed
    _read_callback v mixed
    _read_oob_callback v mixed
    _sprintf F function(int, void | mapping : string)
    _write_callback v mixed
    _write_oob_callback v mixed
    `<< f! function(mixed : _Stdio.Fd)
    `_fd F function(: _Stdio.Fd)
    close f function(void | string : int)
    connect f function(string, int | string : int) | function(string, int | string, string, int | string : int) | function(string, int | string, string, int | string, string(8bit) : string)
    connect_unix f function(string : int)
    create f function(void | int | string, void | string, void | int : void)
    dup f function(: _Stdio.Fd)
    dup2 f function(object : int)
    errno f function(: int)
    fd_factory F function(: _Stdio.Fd)
    get_dir f function(void | string : array(string(8bit)))
    getxattr f function(string : string)
    grantpt f function(: string)
    is_open f function(: int)
    linger f function(void | int(-1..65535) : int(1bit))
    listxattr f function(: array(string))
    lock f function(void | int : object)
    mode f function(: int)
    open f function(string, string, void | int : int)
    open_socket f function(void | int | string, void | string, void | int : int)
    openat f function(string, string, void | int : _Stdio.Fd)
    openpt f function(string : int)
    peek f function(void | int | float, void | int : int)
    pipe f function(void | int : _Stdio.Fd)
    proxy f function(object : void)
    query_address f function(void | int(1bit) : string)
    query_backend f function(: object)
    query_fd f function(: int)
    query_fs_event_flags f function(: int)
    read f function(void | int, void | int(1bit) : string(8bit))
    read_oob f function(void | int, void | int : string(8bit))
    receive_fd F function(_Stdio.Fd : void)
    release_fd f function(: int)
    removexattr f function(string : int)
    seek f function(int, void | string(0..5) : int) | function(int, int, void | int : int)
    send_fd f function(_Stdio.Fd : void)
    set_backend f function(object : void)
    set_blocking f function(: void)
    set_buffer f function(int, void | string : void)
    set_close_on_exec f function(int : void)
    set_fs_event_callback f function(function(int : void | mixed), int : void)
    set_keepalive f function(int : int)
    set_nonblocking f function(: void)
    set_read_callback f function(function(: void | mixed) : void)
    set_read_oob_callback f function(function(: void | mixed) : void)
    set_write_callback f function(function(: void | mixed) : void)
    set_write_oob_callback f function(function(: void | mixed) : void)
    setxattr f function(string, string, int : int)
    stat f function(: _Stdio.Stat)
    statat f function(string, void | int(1bit) : _Stdio.Stat)
    sync f function(: int)
    take_fd f function(int : void)
    tcdrain f function(: int(1bit))
    tcflush f function(void | string : int(1bit))
    tcgetattr f function(: mapping)
    tcsendbreak f function(int : int(1bit))
    tcsetattr f function(mapping, void | string : int(1bit))
    tcsetsize f function(int(0..2147483647), int(0..2147483647) : int(1bit))
    tell f function(: int)
    truncate f function(int : int)
    trylock f function(void | int : object)
    unlinkat f function(string : int(1bit))
    write f function(string : int) | function(array(string), mixed ... : int) | function(string, mixed ... : int)
    write_oob f function(string : int) | function(array(string), mixed ... : int) | function(string, mixed ... : int)
    # _Stdio.Fd_ref
    _disable_callbacks f function(: void)
    _enable_callbacks f function(: void)
    _fd v _Stdio.Fd
    `<< f! function(mixed : _Stdio.Fd_ref)
    close f function(void | string : int)
    connect f function(string, int | string : int) | function(string, int | string, string, int | string : int) | function(string, int | string, string, int | string, string(8bit) : string)
    connect_unix f function(string : int)
    create f function(void | int | string, void | string, void | int : void)
    dup f function(: _Stdio.Fd)
    dup2 f function(object : int)
    errno f function(: int)
    get_dir f function(void | string : array(string(8bit)))
    getxattr f function(string : string)
    grantpt f function(: string)
    is_open f function(: int)
    linger f function(void | int(-1..65535) : int(1bit))
    listxattr f function(: array(string))
    lock f function(void | int : object)
    mode f function(: int)
    open f function(string, string, void | int : int)
    open_socket f function(void | int | string, void | string, void | int : int)
    openat f function(string, string, void | int : _Stdio.Fd)
    openpt f function(string : int)
    peek f function(void | int | float, void | int : int)
    pipe f function(void | int : _Stdio.Fd)
    proxy f function(object : void)
    query_address f function(void | int(1bit) : string)
    query_backend f function(: object)
    query_fd f function(: int)
    query_fs_event_flags f function(: int)
    read f function(void | int, void | int(1bit) : string(8bit))
    read_oob f function(void | int, void | int : string(8bit))
    release_fd f function(: int)
    removexattr f function(string : int)
    seek f function(int, void | string(0..5) : int) | function(int, int, void | int : int)
    send_fd f function(_Stdio.Fd : void)
    set_backend f function(object : void)
    set_blocking f function(: void)
    set_buffer f function(int, void | string : void)
    set_close_on_exec f function(int : void)
    set_fs_event_callback f function(function(int : void | mixed), int : void)
    set_keepalive f function(int : int)
    set_nonblocking f function(: void)
    set_read_callback f function(function(: void | mixed) : void)
    set_read_oob_callback f function(function(: void | mixed) : void)
    set_write_callback f function(function(: void | mixed) : void)
    set_write_oob_callback f function(function(: void | mixed) : void)
    setxattr f function(string, string, int : int)
    stat f function(: _Stdio.Stat)
    statat f function(string, void | int(1bit) : _Stdio.Stat)
    sync f function(: int)
    take_fd f function(int : void)
    tcdrain f function(: int(1bit))
    tcflush f function(void | string : int(1bit))
    tcgetattr f function(: mapping)
    tcsendbreak f function(int : int(1bit))
    tcsetattr f function(mapping, void | string : int(1bit))
    tcsetsize f function(int(0..2147483647), int(0..2147483647) : int(1bit))
    tell f function(: int)
    truncate f function(int : int)
    trylock f function(void | int : object)
    unlinkat f function(string : int(1bit))
    write f function(string : int) | function(array(string), mixed ... : int) | function(string, mixed ... : int)
    write_oob f function(string : int) | function(array(string), mixed ... : int) | function(string, mixed ... : int)
    # _Stdio.IPPROTO
    AH k int
    COMP k int
    DSTOPTS k int
    EGP k int
    ENCAP k int
    ESP k int
    FRAGMENT k int
    GGP k int
    GRE k int
    HOPOPTS k zero
    ICMP k int
    ICMPV6 k int
    IDP k int
    IGMP k int
    IP k zero
    IPIP k int
    IPV6 k int
    MTP k int
    NONE k int
    PIM k int
    PUP k int
    RAW k int
    RDP k int
    ROUTING k int
    RSVP k int
    TCP k int
    TP k int
    UDP k int
    # _Stdio.SOCK
    DGRAM k int
    PACKET k int
    RAW k int
    RDM k int
    SEQPACKET k int
    STREAM k int
    # _Stdio.Stat
    _indices f function(: array(int | string))
    _sprintf f function(int, void | mapping : string)
    _values f function(: array(int | string))
    `-> f function(int(0..6) | string : function | int | string) | function(int, int : array(int))
    `->= f function(int(0..6), int : int) | function(string, int | string : int | string)
    `[] f function(int(0..6) | string : function | int | string) | function(int, int : array(int))
    `[]= f function(int(0..6), int : int) | function(string, int | string : int | string)
    cast F function(string : array | mapping)
    create F function(void | array(int) | mapping | _Stdio.Stat | program : void)
    # _Stdio.UDP
    MSG_OOB k int
    MSG_PEEK k int
    _set_nonblocking f function(void | function(: void) : object)
    _set_read_callback f function(function(: void) : object)
    add_membership f function(string, void | string, void | int : int)
    bind f function(int | string, void | string, void | int : object)
    close f function(: int(1bit))
    connect f function(string, int | string : int)
    drop_membership f function(string, void | string, void | int : int)
    enable_broadcast f function(: int(1bit))
    enable_multicast f function(string : int(1bit))
    errno f function(: int)
    get_type f function(: array(int))
    query_address f function(: string)
    query_backend f function(: object)
    query_fd f function(int : object)
    read f function(void | int : mapping(string:int | string))
    send f function(string, int | string, string, void | int : int)
    set_backend f function(object : void)
    set_blocking f function(: object)
    set_buffer f function(int, void | string : void)
    set_fd f function(int : object)
    set_multicast_ttl f function(int : int)
    set_type f function(int, void | int : object)
    wait f function(int | float : int)
    # _Stdio._port
    SO_REUSEPORT_SUPPORT k int
    TCP_FASTOPEN_SUPPORT k int
    _accept_callback v mixed
    _id v mixed
    accept f function(: _Stdio.Fd)
    bind f function(int | string, void | mixed, void | string, void | int : int)
    bind_unix f function(string, void | mixed : int)
    close f function(: void)
    create f function(void | int | string, void | mixed, void | string : void)
    errno f function(: int)
    fd_factory F function(: _Stdio.Fd)
    listen_fd f function(int, void | mixed : int)
    query_address f function(: string)
    query_backend f function(: object)
    query_fd f function(: int)
    query_id f function(: mixed)
    set_backend f function(object : void)
    set_id f function(mixed : mixed)
    # _Stdio.sendfile
    _args v array
    _callback v function(int, mixed ... : void)
    create f function(array(string), object, int, int, array(string), object, function(int, mixed ... : void), mixed ... : void)
    # _WhiteFish
    Blob c function(void | string : _WhiteFish.Blob)
    Blobs c function(: _WhiteFish.Blobs)
    DateSet c function(void | array(int | array(int)) : _WhiteFish.DateSet)
    LinkFarm c function(: _WhiteFish.LinkFarm)
    ResultSet c function(void | array(int | array(int)) : _WhiteFish.ResultSet)
    do_query_and f function(array(string), array(int), array(int), int, function(string, int, int : string) : object)
    do_query_or f function(array(string), array(int), array(int), int, function(string, int, int : string) : object)
    do_query_phrase f function(array(string), array(int), function(string, int, int : string) : object)
    # _WhiteFish.Blob
    add f function(int, int, int : void)
    create f function(void | string : void)
    data f function(: string)
    memsize f function(: int)
    merge f function(string : void)
    remove f function(int : void)
    remove_list f function(array(int) : void)
    # _WhiteFish.Blobs
    add_words f function(int, array, int : void)
    memsize f function(: int)
    read f function(: array(string))
    read_all_sorted f function(: array(array(string)))
    # _WhiteFish.DateSet
    _sizeof f function(: int)
    `& f function(object : object)
    `+ f function(object : object)
    `- f function(object : object)
    `| f function(object : object)
    add f function(int, int : void)
    add_many f function(array(int), array(int) : void)
    add_ranking f function(object : object)
    after f function(int : object)
    before f function(int : object)
    between f function(int, int : object)
    create f function(void | array(int | array(int)) : void)
    dup f function(: object)
    finalize f function(: object)
    intersect f function(object : object)
    memsize f function(: int)
    not_between f function(int, int : object)
    or f function(object : object)
    overhead f function(: int)
    size f function(: int)
    slice f function(int, int : array(array(int)))
    sort f function(: object)
    sort_docid f function(: object)
    sort_rev f function(: object)
    sub f function(object : object)
    test f function(int, int, int : int)
    # _WhiteFish.LinkFarm
    add f function(string : void)
    memsize f function(: int)
    read f function(: array(string))
    # _WhiteFish.ResultSet
    _sizeof f function(: int)
    `& f function(object : object)
    `+ f function(object : object)
    `- f function(object : object)
    `| f function(object : object)
    add f function(int, int : void)
    add_many f function(array(int), array(int) : void)
    add_ranking f function(object : object)
    create f function(void | array(int | array(int)) : void)
    dup f function(: object)
    finalize f function(: object)
    intersect f function(object : object)
    memsize f function(: int)
    or f function(object : object)
    overhead f function(: int)
    size f function(: int)
    slice f function(int, int : array(array(int)))
    sort f function(: object)
    sort_docid f function(: object)
    sort_rev f function(: object)
    sub f function(object : object)
    test f function(int, int, int : int)
    # ___MIME
    TOKENIZE_KEEP_ESCAPES k int
    decode_base64 f function(string : string(8bit))
    decode_qp f function(string : string)
    decode_uue f function(string : string)
    encode_base64 f function(string, void | int : string(7bit))
    encode_qp f function(string, void | int : string(7bit))
    encode_uue f function(string, void | string : string(7bit))
    quote f function(array(int | string) : string)
    quote_labled f function(array(array(int | string)) : string)
    tokenize f function(string, void | int : array(int | string))
    tokenize_labled f function(string, void | int : array(array(int | string)))
    # ___Math
    FMatrix c function(array(array(int | float)) : ___Math.FMatrix) | function(int(1..2147483647), int(1..2147483647), void | int | float | string : ___Math.FMatrix) | function(array(int | float) : ___Math.FMatrix) | function(string, mixed ... : ___Math.FMatrix)
    IMatrix c function(array(array(int | float)) : ___Math.IMatrix) | function(string, mixed ... : ___Math.IMatrix) | function(int(1..2147483647), int(1..2147483647), void | int | float | string : ___Math.IMatrix) | function(array(int | float) : ___Math.IMatrix)
    LMatrix c function(string, mixed ... : ___Math.LMatrix) | function(array(int | float) : ___Math.LMatrix) | function(int(1..2147483647), int(1..2147483647), void | int | float | string : ___Math.LMatrix) | function(array(array(int | float)) : ___Math.LMatrix)
    Matrix c function(array(array(int | float)) : ___Math.Matrix) | function(string, mixed ... : ___Math.Matrix) | function(int(1..2147483647), int(1..2147483647), void | int | float | string : ___Math.Matrix) | function(array(int | float) : ___Math.Matrix)
    SMatrix c function(int(1..2147483647), int(1..2147483647), void | int | float | string : ___Math.SMatrix) | function(array(int | float) : ___Math.SMatrix) | function(array(array(int | float)) : ___Math.SMatrix) | function(string, mixed ... : ___Math.SMatrix)
    Transforms c function(: ___Math.Transforms)
    e k float
    inf k float
    nan k float
    pi k float
    # ___Math.FMatrix
    _sprintf f function(int, mapping : string)
    `* f function(int | float | object : object)
    `+ f function(object : object)
    `- f function(object : object)
    ``* f function(int | float | object : object)
    add f function(object : object)
    cast F function(string : array(array(float)))
    convolve f function(object : object)
    create F function(string, mixed ... : void) | function(array(array(int | float)) : void) | function(int(1..2147483647), int(1..2147483647), void | int | float | string : void) | function(array(int | float) : void)
    cross f function(object : object)
    dot_product f function(object : object)
    max f function(: float)
    min f function(: float)
    mult f function(int | float | object : object)
    norm f function(: float)
    norm2 f function(: float)
    normv f function(: object)
    sub f function(object : object)
    sum f function(: float)
    t f function(: object)
    transpose f function(: object)
    vect f function(: array(float))
    xsize f function(: int)
    ysize f function(: int)
    # ___Math.IMatrix
    _sprintf f function(int, mapping : string)
    `* f function(int | float | object : object)
    `+ f function(object : object)
    `- f function(object : object)
    ``* f function(int | float | object : object)
    add f function(object : object)
    cast F function(string : array(array(float)))
    convolve f function(object : object)
    create F function(string, mixed ... : void) | function(array(array(int | float)) : void) | function(int(1..2147483647), int(1..2147483647), void | int | float | string : void) | function(array(int | float) : void)
    cross f function(object : object)
    dot_product f function(object : object)
    max f function(: int)
    min f function(: int)
    mult f function(int | float | object : object)
    norm f function(: float)
    norm2 f function(: float)
    normv f function(: object)
    sub f function(object : object)
    sum f function(: int)
    t f function(: object)
    transpose f function(: object)
    vect f function(: array(int))
    xsize f function(: int)
    ysize f function(: int)
    # ___Math.LMatrix
    _sprintf f function(int, mapping : string)
    `* f function(int | float | object : object)
    `+ f function(object : object)
    `- f function(object : object)
    ``* f function(int | float | object : object)
    add f function(object : object)
    cast F function(string : array(array(float)))
    convolve f function(object : object)
    create F function(string, mixed ... : void) | function(array(array(int | float)) : void) | function(int(1..2147483647), int(1..2147483647), void | int | float | string : void) | function(array(int | float) : void)
    cross f function(object : object)
    dot_product f function(object : object)
    max f function(: int)
    min f function(: int)
    mult f function(int | float | object : object)
    norm f function(: float)
    norm2 f function(: float)
    normv f function(: object)
    sub f function(object : object)
    sum f function(: int)
    t f function(: object)
    transpose f function(: object)
    vect f function(: array(int))
    xsize f function(: int)
    ysize f function(: int)
    # ___Math.Matrix
    _sprintf f function(int, mapping : string)
    `* f function(int | float | object : object)
    `+ f function(object : object)
    `- f function(object : object)
    ``* f function(int | float | object : object)
    add f function(object : object)
    cast F function(string : array(array(float)))
    convolve f function(object : object)
    create F function(string, mixed ... : void) | function(array(array(int | float)) : void) | function(int(1..2147483647), int(1..2147483647), void | int | float | string : void) | function(array(int | float) : void)
    cross f function(object : object)
    dot_product f function(object : object)
    max f function(: float)
    min f function(: float)
    mult f function(int | float | object : object)
    norm f function(: float)
    norm2 f function(: float)
    normv f function(: object)
    sub f function(object : object)
    sum f function(: float)
    t f function(: object)
    transpose f function(: object)
    vect f function(: array(float))
    xsize f function(: int)
    ysize f function(: int)
    # ___Math.SMatrix
    _sprintf f function(int, mapping : string)
    `* f function(int | float | object : object)
    `+ f function(object : object)
    `- f function(object : object)
    ``* f function(int | float | object : object)
    add f function(object : object)
    cast F function(string : array(array(float)))
    convolve f function(object : object)
    create F function(string, mixed ... : void) | function(array(array(int | float)) : void) | function(int(1..2147483647), int(1..2147483647), void | int | float | string : void) | function(array(int | float) : void)
    cross f function(object : object)
    dot_product f function(object : object)
    max f function(: int)
    min f function(: int)
    mult f function(int | float | object : object)
    norm f function(: float)
    norm2 f function(: float)
    normv f function(: object)
    sub f function(object : object)
    sum f function(: int)
    t f function(: object)
    transpose f function(: object)
    vect f function(: array(int))
    xsize f function(: int)
    ysize f function(: int)
    # ___Math.Transforms
    # ___Mysql
    client_info f function(: string)
    mysql c function(void | string, void | string, void | string, void | string, void | mapping : ___Mysql.mysql)
    mysql_result c function(object : ___Mysql.mysql_result)
    # ___Mysql.mysql
    CLIENT_COMPRESS k int
    CLIENT_FOUND_ROWS k int
    CLIENT_IGNORE_SPACE k int
    CLIENT_INTERACTIVE k int
    CLIENT_NO_SCHEMA k int
    CLIENT_ODBC k int
    HAVE_MYSQL_FIELD_CHARSETNR k int
    MYSQL_NO_ADD_DROP_DB k int
    _can_send_as_latin1 F function(string : int(1bit))
    _sprintf f function(int, void | mapping : string)
    affected_rows f function(: int)
    big_query f function(string : object)
    big_typed_query f function(string : object)
    binary_data f function(: int)
    create f function(void | string, void | string, void | string, void | string, void | mapping : void)
    errno f function(: int)
    error f function(: int | string)
    get_charset f function(: string)
    host_info f function(: string)
    info f function(: string)
    insert_id f function(: int)
    is_open f function(: int)
    list_dbs f function(void | string : object)
    list_fields f function(string, void | string : array(int | mapping(string:mixed)))
    list_processes f function(void | string : object)
    list_tables f function(void | string : object)
    ping f function(: int)
    protocol_info f function(: int)
    query_db f function(: string)
    reload f function(: void)
    select_db f function(string : void)
    server_info f function(: string)
    set_charset f function(string : void)
    shutdown f function(: void)
    sqlstate f function(: string)
    statistics f function(: string)
    streaming_query f function(string : object)
    streaming_typed_query f function(string : object)
    # ___Mysql.mysql_result
    create f function(object : void)
    eof f function(: int)
    fetch_fields f function(: array(int | mapping(string:mixed)))
    fetch_json_result f function(: string)
    fetch_row f function(: int | array(int | float | string))
    num_fields f function(: int)
    num_rows f function(: int)
    seek f function(int : void)
    # ___Regexp
    _SimpleRegexp c function(void | string : ___Regexp._SimpleRegexp)
    # ___Regexp._SimpleRegexp
    create f function(void | string : void)
    match f function(string : int) | function(array(string) : array(string))
    split f function(string : array(string))
    # ___Yp
    Domain c function(void | string : ___Yp.Domain)
    default_domain f function(: string)
    # ___Yp.Domain
    all f function(string : mapping(string:string))
    bind f function(string : void)
    create f function(void | string : void)
    map f function(string, function | array(function) : void)
    match f function(string, string : string)
    order f function(string : int)
    server f function(string : string)
    # ____Image_JPEG
    DEFAULT k zero
    FASTEST k int
    FLIP_H k int
    FLIP_V k int
    FLOAT k int
    IFAST k int
    ISLOW k zero
    Marker m ____Image_JPEG.Marker
    NONE k zero
    ROT_180 k int
    ROT_270 k int
    ROT_90 k int
    TRANSPOSE k int
    TRANSVERSE k int
    _decode f function(string, void | mapping(string:int | mapping(int:array(int | array(int)) | string) | string) : mapping(string:mixed))
    decode f function(string, void | mapping(string:int | mapping(int:array(int | array(int)) | string) | string) : object)
    decode_header f function(string, void | mapping(string:int | mapping(int:array(int | array(int)) | string) | string) : mapping(string:int | float | mapping(int:string) | string))
    encode f function(object | string, void | mapping(string:int | mapping(int:array(int | array(int)) | string) | string) : string)
    quant_tables f function(void | int : mapping(int:array(array(int))))
    # ____Image_JPEG.Marker
    APP0 k int
    APP1 k int
    APP10 k int
    APP11 k int
    APP12 k int
    APP13 k int
    APP14 k int
    APP15 k int
    APP2 k int
    APP3 k int
    APP4 k int
    APP5 k int
    APP6 k int
    APP7 k int
    APP8 k int
    APP9 k int
    COM k int
    EOI k int
    RST0 k int
    # ____Image_TIFF
    COMPRESSION_CCITTFAX3 k int
    COMPRESSION_CCITTFAX4 k int
    COMPRESSION_CCITTRLE k int
    COMPRESSION_CCITTRLEW k int
    COMPRESSION_JPEG k int
    COMPRESSION_LZW k int
    COMPRESSION_NEXT k int
    COMPRESSION_NONE k int
    COMPRESSION_PACKBITS k int
    _decode f function(string : mapping)
    _encode f function(object, void | mapping : string)
    decode f function(string : object)
    encode f function(object, void | mapping : string)
    # ____Regexp_PCRE
    ERROR m ____Regexp_PCRE.ERROR
    OPTION m ____Regexp_PCRE.OPTION
    UTF8_SUPPORTED k int
    _pcre c function(string, void | int, void | object : ____Regexp_PCRE._pcre)
    buildconfig_LINK_SIZE k int
    buildconfig_MATCH_LIMIT k int
    buildconfig_NEWLINE k int
    buildconfig_POSIX_MALLOC_THRESHOLD k int
    buildconfig_UTF8 k int
    split_subject f function(string, array(int) : array(string))
    # ____Regexp_PCRE.ERROR
    BADMAGIC k int
    BADOPTION k int
    CALLOUT k int
    MATCHLIMIT k int
    NOMATCH k int
    NOMEMORY k int
    NOSUBSTRING k int
    NULL k int
    UNKNOWN_NODE k int
    # ____Regexp_PCRE.OPTION
    ANCHORED k int
    CASELESS k int
    DOLLAR_ENDONLY k int
    DOTALL k int
    EXTENDED k int
    EXTRA k int
    MULTILINE k int
    NO_AUTO_CAPTURE k int
    UNGREEDY k int
    UTF8 k int
    # ____Regexp_PCRE._pcre
    _sprintf F function(int, mapping : string)
    create f function(string, void | int, void | object : void)
    exec f function(string, void | int : int | array(int))
    get_stringnumber f function(string : int)
    info f function(: mapping)
    pattern v string
    study f function(: object)
    # __null_program
    # _math
    # _static_modules
    Builtin c function(: Builtin)
    Gmp c function(: Gmp)
    _Stdio c function(: _Stdio)
    _math c function(: _math)
    _system c function(: _system)
    # _system
    CPU_TIME_IMPLEMENTATION k string
    CPU_TIME_IS_THREAD_LOCAL k string
    CPU_TIME_RESOLUTION k int
    E2BIG k int
    EACCES k int
    EADDRINUSE k int
    EADDRNOTAVAIL k int
    EADV k int
    EAFNOSUPPORT k int
    EAGAIN k int
    EALREADY k int
    EBADE k int
    EBADF k int
    EBADFD k int
    EBADMSG k int
    EBADR k int
    EBADRQC k int
    EBADSLT k int
    EBFONT k int
    EBUSY k int
    ECANCELED k int
    ECHILD k int
    ECHRNG k int
    ECOMM k int
    ECONNABORTED k int
    ECONNREFUSED k int
    ECONNRESET k int
    EDEADLK k int
    EDEADLOCK k int
    EDESTADDRREQ k int
    EDOM k int
    EDOTDOT k int
    EDQUOT k int
    EEXIST k int
    EFAULT k int
    EFBIG k int
    EHOSTDOWN k int
    EHOSTUNREACH k int
    EIDRM k int
    EILSEQ k int
    EINPROGRESS k int
    EINTR k int
    EINVAL k int
    EIO k int
    EISCONN k int
    EISDIR k int
    EISNAM k int
    EL2HLT k int
    EL2NSYNC k int
    EL3HLT k int
    EL3RST k int
    ELIBACC k int
    ELIBBAD k int
    ELIBEXEC k int
    ELIBMAX k int
    ELIBSCN k int
    ELNRNG k int
    ELOOP k int
    EMEDIUMTYPE k int
    EMFILE k int
    EMLINK k int
    EMSGSIZE k int
    EMULTIHOP k int
    ENAMETOOLONG k int
    ENAVAIL k int
    ENETDOWN k int
    ENETRESET k int
    ENETUNREACH k int
    ENFILE k int
    ENOANO k int
    ENOBUFS k int
    ENOCSI k int
    ENODATA k int
    ENODEV k int
    ENOENT k int
    ENOEXEC k int
    ENOLCK k int
    ENOLINK k int
    ENOMEDIUM k int
    ENOMEM k int
    ENOMSG k int
    ENONET k int
    ENOPKG k int
    ENOPROTOOPT k int
    ENOSPC k int
    ENOSR k int
    ENOSTR k int
    ENOSYS k int
    ENOTBLK k int
    ENOTCONN k int
    ENOTDIR k int
    ENOTEMPTY k int
    ENOTNAM k int
    ENOTSOCK k int
    ENOTSUP k int
    ENOTTY k int
    ENOTUNIQ k int
    ENXIO k int
    EOPNOTSUPP k int
    EOVERFLOW k int
    EPERM k int
    EPFNOSUPPORT k int
    EPIPE k int
    EPROTO k int
    EPROTONOSUPPORT k int
    EPROTOTYPE k int
    ERANGE k int
    EREMCHG k int
    EREMOTE k int
    EREMOTEIO k int
    ERESTART k int
    EROFS k int
    ESHUTDOWN k int
    ESOCKTNOSUPPORT k int
    ESPIPE k int
    ESRCH k int
    ESRMNT k int
    ESTALE k int
    ESTRPIPE k int
    ETIME k int
    ETIMEDOUT k int
    ETOOMANYREFS k int
    ETXTBSY k int
    EUCLEAN k int
    EUNATCH k int
    EUSERS k int
    EWOULDBLOCK k int
    EXDEV k int
    EXFULL k int
    ITIMER_PROF k int
    ITIMER_REAL k zero
    ITIMER_VIRTUAL k int
    Memory c function(: _system.Memory) | function(object | string, void | int(0..2147483647), void | int(0..2147483647) : _system.Memory) | function(int(0..2147483647), void | int(8bit) : _system.Memory)
    REAL_TIME_IMPLEMENTATION k string
    REAL_TIME_IS_MONOTONIC k string
    REAL_TIME_RESOLUTION k int
    __MMAP__ k int
    chmod f function(string, int : void)
    chown f function(string, int, int, void | int : void)
    chroot f function(object | string : int)
    cleargroups f function(: void)
    closelog f function(: void)
    daemon f function(int, int : int)
    dumpable f function(void | int(1bit) : int(1bit))
    endgrent f function(: int)
    endpwent f function(: int)
    getegid f function(: int)
    geteuid f function(: int)
    getgid f function(: int)
    getgrent f function(: array(int | array(string) | string))
    getgroups f function(: array(int))
    gethostbyaddr f function(string : array)
    gethostbyname f function(string : array)
    gethostname f function(: string)
    getitimer f function(int(0..2) : array(float))
    getloadavg f function(: array(float))
    getpgrp f function(void | int : int)
    getpid f function(: int)
    getppid f function(: int)
    getpwent f function(: array(int | string))
    getrlimit f function(string : array(int))
    getrlimits f function(: mapping(string:array(int)))
    getrusage f function(: mapping(string:int))
    getsid f function(void | int : int)
    gettimeofday f function(: array(int))
    getuid f function(: int)
    hardlink f function(string, string : void)
    initgroups f function(string, int : void)
    innetgr f function(string, void | string, void | string, void | string : int)
    nanosleep f function(int | float : float)
    openlog f function(string, int, int : void)
    rdtsc f function(: int)
    readlink f function(string : string)
    resolvepath f function(string : string)
    setegid f function(int : int)
    seteuid f function(int : int)
    setgid f function(int : int)
    setgrent f function(: int)
    setgroups f function(array(int) : void)
    setitimer f function(int(0..2), int(0..2147483647) | float : float)
    setpgrp f function(: int)
    setpwent f function(: int)
    setresgid f function(int, int, int : int)
    setresuid f function(int, int, int : int)
    setrlimit f function(string, int, int : int(1bit))
    setsid f function(: int)
    setuid f function(int : int)
    sleep f function(int : int)
    symlink f function(string, string : void)
    sync f function(: void)
    syslog f function(int, string : void)
    umask f function(void | int : int)
    uname f function(: mapping)
    usleep f function(int : void)
    utime f function(string, int, int, void | int : void)
    # _system.Memory
    _size_object f function(: int)
    _sizeof f function(: int(0..2147483647))
    `[] f function(int : int) | function(int, int : string)
    `[]= f function(int, int : int) | function(int, int, string : string)
    allocate f function(int(0..2147483647), void | int(8bit) : void)
    create f function(: void) | function(object | string, void | int(0..2147483647), void | int(0..2147483647) : void) | function(int(0..2147483647), void | int(8bit) : void)
    free f function(: void)
    mmap f function(object | string, void | int(0..2147483647), void | int(0..2147483647) : int)
    mmap_private f function(object | string, void | int(0..2147483647), void | int(0..2147483647) : int)
    pread f function(int, int : string)
    pread16 f function(int, int : string)
    pread16i f function(int, int : string)
    pread16n f function(int, string : int)
    pread32 f function(int, int : string)
    pread32i f function(int, int : string)
    pread32n f function(int, string : int)
    pwrite f function(int, string : int)
    pwrite16 f function(int, string : int)
    pwrite16i f function(int, string : int)
    pwrite16n f function(int, string : int)
    pwrite32 f function(int, string : int)
    pwrite32i f function(int, string : int)
    pwrite32n f function(int, string : int)
    shmat f function(int, int : int)
    valid f function(: int(1bit))
    writeable f function(: int(1bit))
    # spider
    _dump_obj_table f! function(: array(array))
    _low_program_name f! function(program : string)
    discdate f! function(int : array)
    fd_info f! function(int : string)
    parse_accessed_database f! function(string : array)
    parse_html f! function(string, mapping(string:function(void | string, void | mapping(string:string), mixed ... : array(string) | string) | string), mapping(string:function(void | string, void | mapping(string:string), void | string, mixed ... : array(string) | string) | string), mixed ... : string)
    parse_html_lines f! function(string, mapping(string:function(void | string, void | mapping(string:string), void | int, mixed ... : array(string) | string) | string), mapping(string:function(void | string, void | mapping(string:string), void | string, void | int, mixed ... : array(string) | string) | string), mixed ... : string)
    set_end_quote f! function(int : int)
    set_start_quote f! function(int : int)
    stardate f! function(int, int : int)
    = Builtin.PollDeviceBackend Builtin.DefaultBackendClass
    = Gdbm.DB Gdbm.gdbm
    = HTTPAccept.prog HTTPAccept.RequestProgram
    = Iterator Builtin.Iterator
    = Nettle.AES._CBC._Buffer Nettle.AES._Buffer
    = Nettle.AES._CCM8.State Nettle.AES._CCM.State
    = Nettle.AES._CFB._Buffer Nettle.AES._Buffer
    = Nettle.AES._OFB._Buffer Nettle.AES._Buffer
    = Nettle.AES._PCBC._Buffer Nettle.AES._Buffer
    = Nettle.BLOWFISH._Buffer Nettle.AES._Buffer
    = Nettle.BLOWFISH._CBC Nettle.AES._CBC
    = Nettle.BLOWFISH._CFB Nettle.AES._CFB
    = Nettle.BLOWFISH._CTR Nettle.AES._CTR
    = Nettle.BLOWFISH._OFB Nettle.AES._OFB
    = Nettle.BLOWFISH._PCBC Nettle.AES._PCBC
    = Nettle.BlockCipher._Buffer Nettle.AES._Buffer
    = Nettle.BlockCipher._CBC Nettle.AES._CBC
    = Nettle.BlockCipher._CFB Nettle.AES._CFB
    = Nettle.BlockCipher._CTR Nettle.AES._CTR
    = Nettle.BlockCipher._OFB Nettle.AES._OFB
    = Nettle.BlockCipher._PCBC Nettle.AES._PCBC
    = Nettle.BlockCipher16.State Nettle.BlockCipher.State
    = Nettle.BlockCipher16._Buffer Nettle.AES._Buffer
    = Nettle.BlockCipher16._CBC Nettle.AES._CBC
    = Nettle.BlockCipher16._CCM Nettle.AES._CCM
    = Nettle.BlockCipher16._CCM8 Nettle.AES._CCM8
    = Nettle.BlockCipher16._CFB Nettle.AES._CFB
    = Nettle.BlockCipher16._CTR Nettle.AES._CTR
    = Nettle.BlockCipher16._EAX Nettle.AES._EAX
    = Nettle.BlockCipher16._GCM Nettle.AES._GCM
    = Nettle.BlockCipher16._OFB Nettle.AES._OFB
    = Nettle.BlockCipher16._PCBC Nettle.AES._PCBC
    = Nettle.BufferedCipher.State Nettle.BlockCipher.State
    = Nettle.BufferedCipher._Buffer Nettle.AES._Buffer
    = Nettle.CAMELLIA._Buffer Nettle.AES._Buffer
    = Nettle.CAMELLIA._CBC Nettle.AES._CBC
    = Nettle.CAMELLIA._CCM Nettle.AES._CCM
    = Nettle.CAMELLIA._CCM8 Nettle.AES._CCM8
    = Nettle.CAMELLIA._CFB Nettle.AES._CFB
    = Nettle.CAMELLIA._CTR Nettle.AES._CTR
    = Nettle.CAMELLIA._EAX Nettle.AES._EAX
    = Nettle.CAMELLIA._GCM Nettle.AES._GCM
    = Nettle.CAMELLIA._OFB Nettle.AES._OFB
    = Nettle.CAMELLIA._PCBC Nettle.AES._PCBC
    = Nettle.CAST128._Buffer Nettle.AES._Buffer
    = Nettle.CAST128._CBC Nettle.AES._CBC
    = Nettle.CAST128._CFB Nettle.AES._CFB
    = Nettle.CAST128._CTR Nettle.AES._CTR
    = Nettle.CAST128._OFB Nettle.AES._OFB
    = Nettle.CAST128._PCBC Nettle.AES._PCBC
    = Nettle.CHACHA._Buffer Nettle.AES._Buffer
    = Nettle.CHACHA._CBC Nettle.AES._CBC
    = Nettle.CHACHA._CFB Nettle.AES._CFB
    = Nettle.CHACHA._CTR Nettle.AES._CTR
    = Nettle.CHACHA._OFB Nettle.AES._OFB
    = Nettle.CHACHA._PCBC Nettle.AES._PCBC
    = Nettle.Cipher.State Nettle.BlockCipher.State
    = Nettle.DES._Buffer Nettle.AES._Buffer
    = Nettle.DES._CBC Nettle.AES._CBC
    = Nettle.DES._CFB Nettle.AES._CFB
    = Nettle.DES._CTR Nettle.AES._CTR
    = Nettle.DES._OFB Nettle.AES._OFB
    = Nettle.DES._PCBC Nettle.AES._PCBC
    = Nettle.DES3._Buffer Nettle.AES._Buffer
    = Nettle.DES3._CBC Nettle.AES._CBC
    = Nettle.DES3._CFB Nettle.AES._CFB
    = Nettle.DES3._CTR Nettle.AES._CTR
    = Nettle.DES3._OFB Nettle.AES._OFB
    = Nettle.DES3._PCBC Nettle.AES._PCBC
    = Nettle.IDEA._Buffer Nettle.AES._Buffer
    = Nettle.IDEA._CBC Nettle.AES._CBC
    = Nettle.IDEA._CFB Nettle.AES._CFB
    = Nettle.IDEA._CTR Nettle.AES._CTR
    = Nettle.IDEA._OFB Nettle.AES._OFB
    = Nettle.IDEA._PCBC Nettle.AES._PCBC
    = Nettle.SALSA20._Buffer Nettle.AES._Buffer
    = Nettle.SALSA20._CBC Nettle.AES._CBC
    = Nettle.SALSA20._CFB Nettle.AES._CFB
    = Nettle.SALSA20._CTR Nettle.AES._CTR
    = Nettle.SALSA20._OFB Nettle.AES._OFB
    = Nettle.SALSA20._PCBC Nettle.AES._PCBC
    = Nettle.SALSA20R12.State Nettle.SALSA20.State
    = Nettle.SALSA20R12._Buffer Nettle.AES._Buffer
    = Nettle.SALSA20R12._CBC Nettle.AES._CBC
    = Nettle.SALSA20R12._CFB Nettle.AES._CFB
    = Nettle.SALSA20R12._CTR Nettle.AES._CTR
    = Nettle.SALSA20R12._OFB Nettle.AES._OFB
    = Nettle.SALSA20R12._PCBC Nettle.AES._PCBC
    = Nettle.SERPENT._Buffer Nettle.AES._Buffer
    = Nettle.SERPENT._CBC Nettle.AES._CBC
    = Nettle.SERPENT._CCM Nettle.AES._CCM
    = Nettle.SERPENT._CCM8 Nettle.AES._CCM8
    = Nettle.SERPENT._CFB Nettle.AES._CFB
    = Nettle.SERPENT._CTR Nettle.AES._CTR
    = Nettle.SERPENT._EAX Nettle.AES._EAX
    = Nettle.SERPENT._GCM Nettle.AES._GCM
    = Nettle.SERPENT._OFB Nettle.AES._OFB
    = Nettle.SERPENT._PCBC Nettle.AES._PCBC
    = Nettle.Twofish._Buffer Nettle.AES._Buffer
    = Nettle.Twofish._CBC Nettle.AES._CBC
    = Nettle.Twofish._CCM Nettle.AES._CCM
    = Nettle.Twofish._CCM8 Nettle.AES._CCM8
    = Nettle.Twofish._CFB Nettle.AES._CFB
    = Nettle.Twofish._CTR Nettle.AES._CTR
    = Nettle.Twofish._EAX Nettle.AES._EAX
    = Nettle.Twofish._GCM Nettle.AES._GCM
    = Nettle.Twofish._OFB Nettle.AES._OFB
    = Nettle.Twofish._PCBC Nettle.AES._PCBC
    = _disable_threads Builtin.threads_disabled
    = _static_modules.Builtin Builtin
    = _static_modules.Gmp Gmp
    = _static_modules._Stdio _Stdio
    = _static_modules._math _math
    = _static_modules._system _system
    = thread_create Builtin.thread_id
    """#
}
