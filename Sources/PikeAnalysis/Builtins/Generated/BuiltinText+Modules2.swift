// Written by Scripts/make-builtins. Change that, not this.
// swift-format-ignore-file

extension BuiltinText {
  static let modules2: StaticString = #"""
    # Nettle.AEAD.State
    block_size f function(: int(0..2147483647))
    create F function(: void)
    crypt f function(string(8bit) : string(8bit))
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    iv_size f function(: int(0..2147483647))
    key_size f function(: int(0..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_iv f function(string(8bit) : Nettle.MAC.State)
    update f function(string(8bit) : Nettle.MAC.State)
    # Nettle.AES
    Buffer v Nettle.AES._Buffer
    CBC v Nettle.AES._CBC
    CCM v Nettle.AEAD
    CCM8 v Nettle.AEAD
    CFB v Nettle.Cipher
    CTR v Nettle.Cipher
    EAX v Nettle.AEAD
    GCM v Nettle.AEAD
    OFB v Nettle.Cipher
    PCBC v Nettle.AES._PCBC
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    _CBC c function(: Nettle.AES._CBC)
    _CCM c function(: Nettle.AES._CCM)
    _CCM8 c function(: Nettle.AES._CCM8)
    _CFB c function(: Nettle.AES._CFB)
    _CTR c function(: Nettle.AES._CTR)
    _EAX c function(: Nettle.AES._EAX)
    _GCM c function(: Nettle.AES._GCM)
    _OFB c function(: Nettle.AES._OFB)
    _PCBC c function(: Nettle.AES._PCBC)
    __INIT F function
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.AES.State
    block_size f function(: int(1..2147483647))
    crypt f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    # Nettle.AES._Buffer
    State c function(: Nettle.AES._Buffer.State)
    `() f function(: Nettle.AES._Buffer.State)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    iv_size f function(: int(0..2147483647))
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.AES._Buffer.State
    block_size f function(: int(1..2147483647))
    create F function(: void)
    crypt f function(string(8bit) : string(8bit))
    iv_size f function(: int(0..2147483647))
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    pad f function(void | int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : object)
    set_encrypt_key f function(string(8bit), void | int : object)
    set_iv f function(string(8bit) : object)
    substate_factory F function(: Nettle.BlockCipher.State)
    unpad f function(string(8bit), void | int : string(8bit))
    # Nettle.AES._CBC
    Buffer v Nettle.AES._Buffer
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    iv_size f function(: int(0..2147483647))
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.AES._CBC.State
    block_size f function(: int(1..2147483647))
    create F function(: void)
    crypt f function(string(8bit) : string(8bit))
    iv_size f function(: int(1..2147483647))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : object)
    set_encrypt_key f function(string(8bit), void | int : object)
    set_iv f function(string(8bit) : object)
    substate_factory F function(: Nettle.BlockCipher.State)
    # Nettle.AES._CCM
    State c function(: Nettle.AES._CTR.State)
    `() f function(: Nettle.BlockCipher.State)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    digest_size f function(: int(4..16))
    encrypt f function(string(8bit), string(8bit) : string)
    iv_size f function(: int(1..2147483647))
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.AES._CCM.State
    `obj F function(: object)
    block_size f function(: int(1..2147483647))
    create F function(: void)
    crypt f function(string(8bit) : string(8bit))
    digest f function(void | int(4..16) : string(8bit))
    digest_size f function(: int(4..16))
    iv_size f function(: int(1..2147483647))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    nonce V string(8bit)
    obj v object
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : object)
    set_encrypt_key f function(string(8bit), void | int : object)
    set_iv f function(string(8bit) : Nettle.AEAD.State)
    substate_factory F function(: Nettle.BlockCipher.State)
    update f function(string(8bit) : Nettle.AEAD.State)
    # Nettle.AES._CCM8
    State c function(: Nettle.AES._CTR.State)
    `() f function(: Nettle.BlockCipher.State)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    digest_size f function(: int(4..16))
    encrypt f function(string(8bit), string(8bit) : string)
    iv_size f function(: int(1..2147483647))
    key_size f function(: int(1..2147483647))
    name f function(: string(7bit))
    # Nettle.AES._CFB
    Buffer v Nettle.AES._Buffer
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    `() f function(: Nettle.BlockCipher.State)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    iv_size f function(: int(0..2147483647))
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.AES._CFB.State
    `obj F function(: object)
    block_size f function(: int(1..2147483647))
    create F function(: void)
    crypt f function(string(8bit) : string(8bit))
    iv_size f function(: int(1..2147483647))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    obj v object
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : object)
    set_encrypt_key f function(string(8bit), void | int : object)
    set_iv f function(string(8bit) : object)
    substate_factory F function(: Nettle.BlockCipher.State)
    # Nettle.AES._CTR
    State c function(: object)
    `() f function(: Nettle.BlockCipher.State)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    iv_size f function(: int(0..2147483647))
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.AES._CTR.State
    `obj F function(: object)
    block_size f function(: int(1..2147483647))
    create F function(: void)
    crypt f function(string(8bit) : string(8bit))
    iv_size f function(: int(1..2147483647))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    obj v object
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : object)
    set_encrypt_key f function(string(8bit), void | int : object)
    set_iv f function(string(8bit) : object)
    substate_factory F function(: Nettle.BlockCipher.State)
    # Nettle.AES._EAX
    State c function(: object)
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    digest_size f function(: int(1..2147483647))
    encrypt f function(string(8bit), string(8bit) : string)
    iv_size f function(: int(1..2147483647))
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.AES._EAX.State
    block_size f function(: int(16..16))
    create F function(: void)
    crypt f function(string(8bit) : string(8bit))
    digest f function(void | int(1..16) : string(8bit))
    digest_size f function(: int(1..16))
    init f function(void | string(8bit) : object)
    iv_size f function(: int(16..16))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.AEAD.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.AEAD.State)
    set_iv f function(string(8bit) : Nettle.AEAD.State)
    substate_factory F function(: Nettle.BlockCipher.State)
    update f function(string(8bit) : Nettle.AEAD.State)
    # Nettle.AES._GCM
    State c function(: object)
    `() f function(: object)
    block_size f function(: int(16..16))
    decrypt f function(string(8bit), string(8bit) : string)
    digest_size f function(: int(16..16))
    encrypt f function(string(8bit), string(8bit) : string)
    iv_size f function(: int(12..12))
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.AES._GCM.State
    block_size f function(: int(16..16))
    create F function(: void)
    crypt f function(string(8bit) : string(8bit))
    digest f function(: string(8bit))
    digest_size f function(: int(16..16))
    init f function(void | string(8bit) : object)
    iv_size f function(: int(12..12))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : object)
    set_encrypt_key f function(string(8bit), void | int : object)
    set_iv f function(string(8bit) : object)
    substate_factory F function(: Nettle.BlockCipher.State)
    update f function(string(8bit) : void)
    # Nettle.AES._OFB
    Buffer v Nettle.AES._Buffer
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    `() f function(: Nettle.BlockCipher.State)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    iv_size f function(: int(0..2147483647))
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.AES._OFB.State
    `obj F function(: object)
    block_size f function(: int(1..2147483647))
    create F function(: void)
    crypt f function(string(8bit) : string(8bit))
    iv_size f function(: int(1..2147483647))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    obj v object
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : object)
    set_encrypt_key f function(string(8bit), void | int : object)
    set_iv f function(string(8bit) : object)
    substate_factory F function(: Nettle.BlockCipher.State)
    # Nettle.AES._PCBC
    Buffer v Nettle.AES._Buffer
    State c function(: Nettle.AES._CBC.State)
    _Buffer c function(: Nettle.AES._Buffer)
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    iv_size f function(: int(0..2147483647))
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.AES._PCBC.State
    block_size f function(: int(1..2147483647))
    create F function(: void)
    crypt f function(string(8bit) : string(8bit))
    iv_size f function(: int(1..2147483647))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : object)
    set_encrypt_key f function(string(8bit), void | int : object)
    set_iv f function(string(8bit) : object)
    substate_factory F function(: Nettle.BlockCipher.State)
    # Nettle.ARCFOUR
    State c function(: Nettle.BlockCipher.State)
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.ARCFOUR.State
    block_size f function(: int(1..2147483647))
    crypt f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    # Nettle.BLOWFISH
    Buffer v Nettle.AES._Buffer
    CBC v Nettle.AES._CBC
    CFB v Nettle.Cipher
    CTR v Nettle.Cipher
    OFB v Nettle.Cipher
    PCBC v Nettle.AES._PCBC
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    _CBC c function(: Nettle.AES._CBC)
    _CFB c function(: Nettle.AES._CFB)
    _CTR c function(: Nettle.AES._CTR)
    _OFB c function(: Nettle.AES._OFB)
    _PCBC c function(: Nettle.AES._PCBC)
    __INIT F function
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.BLOWFISH.State
    block_size f function(: int(1..2147483647))
    crypt f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    # Nettle.BlockCipher
    Buffer v Nettle.AES._Buffer
    CBC v Nettle.AES._CBC
    CFB v Nettle.Cipher
    CTR v Nettle.Cipher
    OFB v Nettle.Cipher
    PCBC v Nettle.AES._PCBC
    State c function(: object)
    _Buffer c function(: Nettle.AES._Buffer)
    _CBC c function(: Nettle.AES._CBC)
    _CFB c function(: Nettle.AES._CFB)
    _CTR c function(: Nettle.AES._CTR)
    _OFB c function(: Nettle.AES._OFB)
    _PCBC c function(: Nettle.AES._PCBC)
    __INIT F function
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.BlockCipher.State
    block_size f function(: int(1..2147483647))
    crypt f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    # Nettle.BlockCipher16
    Buffer v Nettle.AES._Buffer
    CBC v Nettle.AES._CBC
    CCM v Nettle.AEAD
    CCM8 v Nettle.AEAD
    CFB v Nettle.Cipher
    CTR v Nettle.Cipher
    EAX v Nettle.AEAD
    GCM v Nettle.AEAD
    OFB v Nettle.Cipher
    PCBC v Nettle.AES._PCBC
    State c function(: object)
    _Buffer c function(: Nettle.AES._Buffer)
    _CBC c function(: Nettle.AES._CBC)
    _CCM c function(: Nettle.AES._CCM)
    _CCM8 c function(: Nettle.AES._CCM8)
    _CFB c function(: Nettle.AES._CFB)
    _CTR c function(: Nettle.AES._CTR)
    _EAX c function(: Nettle.AES._EAX)
    _GCM c function(: Nettle.AES._GCM)
    _OFB c function(: Nettle.AES._OFB)
    _PCBC c function(: Nettle.AES._PCBC)
    __INIT F function
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.BufferedCipher
    Buffer v Nettle.AES._Buffer
    State c function(: object)
    _Buffer c function(: Nettle.AES._Buffer)
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.CAMELLIA
    Buffer v Nettle.AES._Buffer
    CBC v Nettle.AES._CBC
    CCM v Nettle.AEAD
    CCM8 v Nettle.AEAD
    CFB v Nettle.Cipher
    CTR v Nettle.Cipher
    EAX v Nettle.AEAD
    GCM v Nettle.AEAD
    OFB v Nettle.Cipher
    PCBC v Nettle.AES._PCBC
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    _CBC c function(: Nettle.AES._CBC)
    _CCM c function(: Nettle.AES._CCM)
    _CCM8 c function(: Nettle.AES._CCM8)
    _CFB c function(: Nettle.AES._CFB)
    _CTR c function(: Nettle.AES._CTR)
    _EAX c function(: Nettle.AES._EAX)
    _GCM c function(: Nettle.AES._GCM)
    _OFB c function(: Nettle.AES._OFB)
    _PCBC c function(: Nettle.AES._PCBC)
    __INIT F function
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.CAMELLIA.State
    block_size f function(: int(1..2147483647))
    crypt f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    # Nettle.CAST128
    Buffer v Nettle.AES._Buffer
    CBC v Nettle.AES._CBC
    CFB v Nettle.Cipher
    CTR v Nettle.Cipher
    OFB v Nettle.Cipher
    PCBC v Nettle.AES._PCBC
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    _CBC c function(: Nettle.AES._CBC)
    _CFB c function(: Nettle.AES._CFB)
    _CTR c function(: Nettle.AES._CTR)
    _OFB c function(: Nettle.AES._OFB)
    _PCBC c function(: Nettle.AES._PCBC)
    __INIT F function
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.CAST128.State
    block_size f function(: int(1..2147483647))
    crypt f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    # Nettle.CHACHA
    Buffer v Nettle.AES._Buffer
    CBC v Nettle.AES._CBC
    CFB v Nettle.Cipher
    CTR v Nettle.Cipher
    OFB v Nettle.Cipher
    PCBC v Nettle.AES._PCBC
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    _CBC c function(: Nettle.AES._CBC)
    _CFB c function(: Nettle.AES._CFB)
    _CTR c function(: Nettle.AES._CTR)
    _OFB c function(: Nettle.AES._OFB)
    _PCBC c function(: Nettle.AES._PCBC)
    __INIT F function
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.CHACHA.State
    block_size f function(: int(1..2147483647))
    crypt f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_iv f function(string(8bit) : Nettle.BlockCipher.State)
    # Nettle.CHACHA_POLY1305
    State c function(: Nettle.AEAD.State)
    `() f function(: object)
    block_size f function(: int(0..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    digest_size f function(: int(0..2147483647))
    encrypt f function(string(8bit), string(8bit) : string)
    iv_size f function(: int(0..2147483647))
    key_size f function(: int(0..2147483647))
    name f function(: string(8bit))
    # Nettle.CHACHA_POLY1305.State
    block_size f function(: int(0..2147483647))
    create F function(: void)
    crypt f function(string(8bit) : string(8bit))
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    iv_size f function(: int(0..2147483647))
    key_size f function(: int(0..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_iv f function(string(8bit) : Nettle.MAC.State)
    update f function(string(8bit) : Nettle.MAC.State)
    # Nettle.Cipher
    State c function(: object)
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.DES
    Buffer v Nettle.AES._Buffer
    CBC v Nettle.AES._CBC
    CFB v Nettle.Cipher
    CTR v Nettle.Cipher
    OFB v Nettle.Cipher
    PCBC v Nettle.AES._PCBC
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    _CBC c function(: Nettle.AES._CBC)
    _CFB c function(: Nettle.AES._CFB)
    _CTR c function(: Nettle.AES._CTR)
    _OFB c function(: Nettle.AES._OFB)
    _PCBC c function(: Nettle.AES._PCBC)
    __INIT F function
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    fix_parity f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.DES.State
    block_size f function(: int(1..2147483647))
    crypt f function(string(8bit) : string(8bit))
    fix_parity f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    # Nettle.DES3
    Buffer v Nettle.AES._Buffer
    CBC v Nettle.AES._CBC
    CFB v Nettle.Cipher
    CTR v Nettle.Cipher
    OFB v Nettle.Cipher
    PCBC v Nettle.AES._PCBC
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    _CBC c function(: Nettle.AES._CBC)
    _CFB c function(: Nettle.AES._CFB)
    _CTR c function(: Nettle.AES._CTR)
    _OFB c function(: Nettle.AES._OFB)
    _PCBC c function(: Nettle.AES._PCBC)
    __INIT F function
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    fix_parity f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.DES3.State
    block_size f function(: int(1..2147483647))
    crypt f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    # Nettle.DH_Params
    `g F function(: Gmp.mpz)
    `g= F function(int | Gmp.mpz : void)
    `p F function(: Gmp.mpz)
    `p= F function(int | Gmp.mpz : void)
    `q F function(: Gmp.mpz)
    `q= F function(int | Gmp.mpz : void)
    g v Gmp.mpz
    generate f function(int, int, function(int(0..2147483647) : string(8bit)) : void)
    generate_keypair f function(function(int(0..2147483647) : string(8bit)) : array(Gmp.mpz))
    p v Gmp.mpz
    q v Gmp.mpz
    # Nettle.ECC_Curve
    ECDSA c function(: Nettle.ECC_Curve.ECDSA)
    Point c function(int | Gmp.mpz, int | Gmp.mpz : object) | function(string(8bit) | _Stdio.Buffer : object)
    `* f function(int | Gmp.mpz : Nettle.ECC_Curve.Point)
    create F function(int(0..2147483647), int(0..2147483647), int(0..2147483647) : void)
    name f function(: string(7bit))
    new_scalar f function(function(int(0..2147483647) : string(8bit)) : Gmp.mpz)
    point_mul f function(int | Gmp.mpz, int | Gmp.mpz, int | Gmp.mpz : Nettle.ECC_Curve.Point)
    size f function(: int)
    # Nettle.ECC_Curve.ECDSA
    _equal F function(mixed : int(1bit))
    generate_key f function(: void)
    get_curve f function(: Nettle.ECC_Curve)
    get_private_key f function(: Gmp.mpz)
    get_x f function(: Gmp.mpz)
    get_y f function(: Gmp.mpz)
    jose_decode f function(string(7bit) : array(mapping(string(7bit):int | string(7bit)) | string(8bit)))
    jose_sign f function(string(8bit), void | mapping(string(7bit):int | string(7bit)), void | object : string(7bit))
    jwk f function(void | int(1bit) : mapping(string(7bit):string(7bit)))
    key_size f function(: int(0..2147483647))
    name f function(: string(7bit))
    pkcs_algorithm_identifier f function(: object)
    pkcs_public_key f function(: object)
    pkcs_sign f function(string(8bit), object : string(8bit))
    pkcs_signature_algorithm_id f function(object : object)
    pkcs_verify f function(string(8bit), object, string(8bit) : int(1bit))
    public_key_equal f function(object : int(1bit))
    random V function(int(0..2147483647) : string(8bit))
    raw_sign f function(string(8bit) : array(Gmp.mpz))
    raw_verify f function(string(8bit), int | Gmp.mpz, int | Gmp.mpz : int(1bit))
    set_private_key f function(int | Gmp.mpz : void)
    set_public_key f function(int | Gmp.mpz, int | Gmp.mpz : void)
    set_random f function(function(int(0..2147483647) : string(8bit)) : void)
    # Nettle.ECC_Curve.Point
    _equal F function(mixed : int(1bit))
    `* F function(int | Gmp.mpz : Nettle.ECC_Curve.Point)
    create F function(string(8bit) | _Stdio.Buffer : void)
    encode f function(: string)
    get_curve f function(: Nettle.ECC_Curve)
    get_x f function(: Gmp.mpz)
    get_y f function(: Gmp.mpz)
    name f function(: string(7bit))
    set f function(int | Gmp.mpz, int | Gmp.mpz : void)
    # Nettle.Fortuna
    random_string f function(int : string(8bit))
    reseed f function(string(8bit) : void)
    # Nettle.GOST94
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : Nettle.Hash.State)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.GOST94.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.Hash
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : object)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.Hash.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.IDEA
    Buffer v Nettle.AES._Buffer
    CBC v Nettle.AES._CBC
    CFB v Nettle.Cipher
    CTR v Nettle.Cipher
    OFB v Nettle.Cipher
    PCBC v Nettle.AES._PCBC
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    _CBC c function(: Nettle.AES._CBC)
    _CFB c function(: Nettle.AES._CFB)
    _CTR c function(: Nettle.AES._CTR)
    _OFB c function(: Nettle.AES._OFB)
    _PCBC c function(: Nettle.AES._PCBC)
    __INIT F function
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.IDEA.State
    block_size f function(: int(1..2147483647))
    crypt f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    # Nettle.MAC
    State c function(string : object)
    block_size f function(: int(0..2147483647))
    digest_size f function(: int(0..2147483647))
    iv_size f function(: int(0..2147483647))
    jwa f function(: string(7bit))
    key_size f function(: int(0..2147483647))
    mac_jwa_id K string
    name f function(: string(8bit))
    # Nettle.MAC.State
    `() f function(string(8bit) : string(8bit))
    block_size f function(: int(1..2147483647))
    create F function(string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    iv_size f function(: int(0..2147483647))
    jose_decode f function(string(7bit) : array(mapping(string(7bit):int | string(7bit)) | string(8bit)))
    jose_sign f function(string(8bit), void | mapping(string(7bit):int | string(7bit)) : string(7bit))
    key_size f function(: int(0..2147483647))
    name f function(: string)
    set_iv f function(string(8bit) : Nettle.MAC.State)
    update f function(string(8bit) : Nettle.MAC.State)
    # Nettle.MD2
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : Nettle.Hash.State)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.MD2.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.MD4
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : Nettle.Hash.State)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.MD4.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.MD5
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : Nettle.Hash.State)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.MD5.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.RIPEMD160
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : Nettle.Hash.State)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.RIPEMD160.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.SALSA20
    Buffer v Nettle.AES._Buffer
    CBC v Nettle.AES._CBC
    CFB v Nettle.Cipher
    CTR v Nettle.Cipher
    OFB v Nettle.Cipher
    PCBC v Nettle.AES._PCBC
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    _CBC c function(: Nettle.AES._CBC)
    _CFB c function(: Nettle.AES._CFB)
    _CTR c function(: Nettle.AES._CTR)
    _OFB c function(: Nettle.AES._OFB)
    _PCBC c function(: Nettle.AES._PCBC)
    __INIT F function
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.SALSA20.State
    block_size f function(: int(1..2147483647))
    crypt f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_iv f function(string(8bit) : Nettle.BlockCipher.State)
    # Nettle.SALSA20R12
    Buffer v Nettle.AES._Buffer
    CBC v Nettle.AES._CBC
    CFB v Nettle.Cipher
    CTR v Nettle.Cipher
    OFB v Nettle.Cipher
    PCBC v Nettle.AES._PCBC
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    _CBC c function(: Nettle.AES._CBC)
    _CFB c function(: Nettle.AES._CFB)
    _CTR c function(: Nettle.AES._CTR)
    _OFB c function(: Nettle.AES._OFB)
    _PCBC c function(: Nettle.AES._PCBC)
    __INIT F function
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.SERPENT
    Buffer v Nettle.AES._Buffer
    CBC v Nettle.AES._CBC
    CCM v Nettle.AEAD
    CCM8 v Nettle.AEAD
    CFB v Nettle.Cipher
    CTR v Nettle.Cipher
    EAX v Nettle.AEAD
    GCM v Nettle.AEAD
    OFB v Nettle.Cipher
    PCBC v Nettle.AES._PCBC
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    _CBC c function(: Nettle.AES._CBC)
    _CCM c function(: Nettle.AES._CCM)
    _CCM8 c function(: Nettle.AES._CCM8)
    _CFB c function(: Nettle.AES._CFB)
    _CTR c function(: Nettle.AES._CTR)
    _EAX c function(: Nettle.AES._EAX)
    _GCM c function(: Nettle.AES._GCM)
    _OFB c function(: Nettle.AES._OFB)
    _PCBC c function(: Nettle.AES._PCBC)
    __INIT F function
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.SERPENT.State
    block_size f function(: int(1..2147483647))
    crypt f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    # Nettle.SHA1
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : Nettle.Hash.State)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.SHA1.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.SHA224
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : Nettle.Hash.State)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.SHA224.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.SHA256
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : Nettle.Hash.State)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.SHA256.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.SHA384
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : Nettle.Hash.State)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.SHA384.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.SHA3_224
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : Nettle.Hash.State)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.SHA3_224.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.SHA3_256
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : Nettle.Hash.State)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.SHA3_256.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.SHA3_384
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : Nettle.Hash.State)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.SHA3_384.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.SHA3_512
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : Nettle.Hash.State)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.SHA3_512.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.SHA512
    HMAC v object
    P_hash f function(string(8bit), string(8bit), int, int : string(8bit))
    SCRAM c function(: object)
    SCRAM_get_salted_password f function(string : string(8bit))
    SCRAM_set_salted_password f function(string(8bit), string : void)
    State c function(void | string(8bit) : Nettle.Hash.State)
    __INIT F function
    `() f function(: object)
    b64tab K string
    base64tab K string
    block_size f function(: int(0..2147483647))
    build_digestinfo V function(object | string(8bit), object : string(8bit))
    crypt_hash f function(string(8bit), string(8bit), int : string(7bit))
    digest_size f function(: int(0..2147483647))
    hash f function(string(8bit) : string(8bit)) | function(object, void | int : string(8bit))
    hmac_jwa_id K string
    name f function(: string(8bit))
    openssl_pbkdf f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf1 f function(string(8bit), string(8bit), int, int : string(8bit))
    pbkdf2 f function(string(8bit), string(8bit), int, int : string(8bit))
    pkcs_digest f function(object | string(8bit) : string(8bit))
    # Nettle.SHA512.State
    block_size f function(: int(1..2147483647))
    create F function(void | string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    name f function(: string)
    update f function(string(8bit) : Nettle.Hash.State)
    # Nettle.Twofish
    Buffer v Nettle.AES._Buffer
    CBC v Nettle.AES._CBC
    CCM v Nettle.AEAD
    CCM8 v Nettle.AEAD
    CFB v Nettle.Cipher
    CTR v Nettle.Cipher
    EAX v Nettle.AEAD
    GCM v Nettle.AEAD
    OFB v Nettle.Cipher
    PCBC v Nettle.AES._PCBC
    State c function(: Nettle.BlockCipher.State)
    _Buffer c function(: Nettle.AES._Buffer)
    _CBC c function(: Nettle.AES._CBC)
    _CCM c function(: Nettle.AES._CCM)
    _CCM8 c function(: Nettle.AES._CCM8)
    _CFB c function(: Nettle.AES._CFB)
    _CTR c function(: Nettle.AES._CTR)
    _EAX c function(: Nettle.AES._EAX)
    _GCM c function(: Nettle.AES._GCM)
    _OFB c function(: Nettle.AES._OFB)
    _PCBC c function(: Nettle.AES._PCBC)
    __INIT F function
    `() f function(: object)
    block_size f function(: int(1..2147483647))
    decrypt f function(string(8bit), string(8bit) : string)
    encrypt f function(string(8bit), string(8bit) : string)
    key_size f function(: int(1..2147483647))
    name f function(: string(8bit))
    # Nettle.Twofish.State
    block_size f function(: int(1..2147483647))
    crypt f function(string(8bit) : string(8bit))
    key_size f function(: int(1..2147483647))
    make_key f function(: string(8bit))
    name f function(: string(8bit))
    random_string V function(int : string(8bit))
    set_decrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    set_encrypt_key f function(string(8bit), void | int : Nettle.BlockCipher.State)
    # Nettle.UMAC128_AES
    State c function(string(8bit) : Nettle.MAC.State)
    block_size f function(: int(0..2147483647))
    digest_size f function(: int(0..2147483647))
    iv_size f function(: int(0..2147483647))
    jwa f function(: string(7bit))
    key_size f function(: int(0..2147483647))
    mac_jwa_id K string
    name f function(: string(8bit))
    # Nettle.UMAC128_AES.State
    `() f function(string(8bit) : string(8bit))
    block_size f function(: int(1..2147483647))
    create F function(string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    iv_size f function(: int(0..2147483647))
    jose_decode f function(string(7bit) : array(mapping(string(7bit):int | string(7bit)) | string(8bit)))
    jose_sign f function(string(8bit), void | mapping(string(7bit):int | string(7bit)) : string(7bit))
    key_size f function(: int(0..2147483647))
    name f function(: string)
    set_iv f function(string(8bit) : Nettle.MAC.State)
    update f function(string(8bit) : Nettle.MAC.State)
    # Nettle.UMAC32_AES
    State c function(string(8bit) : Nettle.MAC.State)
    block_size f function(: int(0..2147483647))
    digest_size f function(: int(0..2147483647))
    iv_size f function(: int(0..2147483647))
    jwa f function(: string(7bit))
    key_size f function(: int(0..2147483647))
    mac_jwa_id K string
    name f function(: string(8bit))
    # Nettle.UMAC32_AES.State
    `() f function(string(8bit) : string(8bit))
    block_size f function(: int(1..2147483647))
    create F function(string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    iv_size f function(: int(0..2147483647))
    jose_decode f function(string(7bit) : array(mapping(string(7bit):int | string(7bit)) | string(8bit)))
    jose_sign f function(string(8bit), void | mapping(string(7bit):int | string(7bit)) : string(7bit))
    key_size f function(: int(0..2147483647))
    name f function(: string)
    set_iv f function(string(8bit) : Nettle.MAC.State)
    update f function(string(8bit) : Nettle.MAC.State)
    # Nettle.UMAC64_AES
    State c function(string(8bit) : Nettle.MAC.State)
    block_size f function(: int(0..2147483647))
    digest_size f function(: int(0..2147483647))
    iv_size f function(: int(0..2147483647))
    jwa f function(: string(7bit))
    key_size f function(: int(0..2147483647))
    mac_jwa_id K string
    name f function(: string(8bit))
    # Nettle.UMAC64_AES.State
    `() f function(string(8bit) : string(8bit))
    block_size f function(: int(1..2147483647))
    create F function(string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    iv_size f function(: int(0..2147483647))
    jose_decode f function(string(7bit) : array(mapping(string(7bit):int | string(7bit)) | string(8bit)))
    jose_sign f function(string(8bit), void | mapping(string(7bit):int | string(7bit)) : string(7bit))
    key_size f function(: int(0..2147483647))
    name f function(: string)
    set_iv f function(string(8bit) : Nettle.MAC.State)
    update f function(string(8bit) : Nettle.MAC.State)
    # Nettle.UMAC96_AES
    State c function(string(8bit) : Nettle.MAC.State)
    block_size f function(: int(0..2147483647))
    digest_size f function(: int(0..2147483647))
    iv_size f function(: int(0..2147483647))
    jwa f function(: string(7bit))
    key_size f function(: int(0..2147483647))
    mac_jwa_id K string
    name f function(: string(8bit))
    # Nettle.UMAC96_AES.State
    `() f function(string(8bit) : string(8bit))
    block_size f function(: int(1..2147483647))
    create F function(string(8bit) : void)
    digest f function(void | int : string(8bit))
    digest_size f function(: int(0..2147483647))
    init f function(void | string(8bit) : object)
    iv_size f function(: int(0..2147483647))
    jose_decode f function(string(7bit) : array(mapping(string(7bit):int | string(7bit)) | string(8bit)))
    jose_sign f function(string(8bit), void | mapping(string(7bit):int | string(7bit)) : string(7bit))
    key_size f function(: int(0..2147483647))
    name f function(: string)
    set_iv f function(string(8bit) : Nettle.MAC.State)
    update f function(string(8bit) : Nettle.MAC.State)
    # Nettle.Yarrow
    create F function(void | int : void)
    force_reseed f function(: void)
    get_seed f! function(: string(8bit))
    is_seeded f function(: int(1bit))
    min_seed_size f function(: int(0..2147483647))
    needed_sources f function(: int(0..2147483647))
    random_string f function(int : string(8bit))
    seed f function(string(8bit) : object)
    update f function(string(8bit), int, int : int(1bit))
    # Parser._parser
    HTML c function(: Parser._parser.HTML)
    XML m Parser._parser.XML
    _C m Parser._parser._C
    _Pike m Parser._parser._Pike
    _RCS m Parser._parser._RCS
    `[] f function(string : mixed)
    # Parser._parser.HTML
    _inspect f function(: mapping)
    _set_data_callback f function(array | function(Parser._parser.HTML, string, mixed ... : int(1..1) | zero | array | string) | string : Parser._parser.HTML)
    _set_entity_callback f function(array | function(Parser._parser.HTML, string, mixed ... : int(1..1) | zero | array | string) | string : Parser._parser.HTML)
    _set_tag_callback f function(array | function(Parser._parser.HTML, string, mixed ... : int(1..1) | zero | array | string) | string : Parser._parser.HTML)
    add_container f function(string, function(: int(1..1) | zero | array | string) | zero | array | function(Parser._parser.HTML, mapping(string:string), string : int(1..1) | zero | array | string) | string : Parser._parser.HTML)
    add_containers f function(mapping(string:function(: int(1..1) | zero | array | string) | zero | array | function(Parser._parser.HTML, mapping(string:string), string : int(1..1) | zero | array | string) | string) : Parser._parser.HTML)
    add_entities f function(mapping(string:function(: int(1..1) | zero | array | string) | zero | array | function(Parser._parser.HTML : int(1..1) | zero | array | string) | string) : Parser._parser.HTML)
    add_entity f function(string, function(: int(1..1) | zero | array | string) | zero | array | function(Parser._parser.HTML : int(1..1) | zero | array | string) | string : Parser._parser.HTML)
    add_quote_tag f function(string, function(: int(1..1) | zero | array | string) | zero | array | function(Parser._parser.HTML, string : int(1..1) | zero | array | string) | string, string : Parser._parser.HTML) | function(string, zero : Parser._parser.HTML)
    add_tag f function(string, function(: int(1..1) | zero | array | string) | zero | array | function(Parser._parser.HTML, mapping(string:string) : int(1..1) | zero | array | string) | string : Parser._parser.HTML)
    add_tags f function(mapping(string:function(: int(1..1) | zero | array | string) | zero | array | function(Parser._parser.HTML, mapping(string:string) : int(1..1) | zero | array | string) | string) : Parser._parser.HTML)
    at f function(: array(int))
    at_char f function(: int)
    at_column f function(: int)
    at_line f function(: int)
    case_insensitive_tag f function(void | int : int)
    clear_containers f function(: Parser._parser.HTML)
    clear_entities f function(: Parser._parser.HTML)
    clear_quote_tags f function(: Parser._parser.HTML)
    clear_tags f function(: Parser._parser.HTML)
    clone f function(mixed ... : Parser._parser.HTML)
    containers f function(: mapping(string:function(: int(1..1) | zero | array | string) | zero | array | function(Parser._parser.HTML, mapping(string:string), string : int(1..1) | zero | array | string) | string))
    context f function(: string)
    create F function(: void)
    current f function(: string)
    entities f function(: mapping(string:function(: int(1..1) | zero | array | string) | zero | array | function(Parser._parser.HTML : int(1..1) | zero | array | string) | string))
    feed f function(: Parser._parser.HTML) | function(string, void | int : Parser._parser.HTML)
    feed_insert f function(string : Parser._parser.HTML)
    finish f function(void | string : Parser._parser.HTML)
    get_extra f function(: array)
    ignore_comments f function(void | int : int)
    ignore_tags f function(void | int : int)
    ignore_unknown f function(void | int : int)
    lazy_argument_end f function(void | int : int)
    lazy_entity_end f function(void | int : int)
    match_tag f function(void | int : int)
    max_stack_depth f function(void | int : int)
    mixed_mode f function(void | int : int)
    nestling_entity_end f function(void | int : int)
    parse_tag_args f function(string : mapping(string:string))
    parse_tag_name f function(string : string)
    quote_stapling f function(void | int : int)
    quote_tags f function(: mapping(string:function(: int(1..1) | zero | array | string) | zero | array | function(Parser._parser.HTML, string : int(1..1) | zero | array | string) | string))
    read f function(void | int : array | string)
    reparse_strings f function(void | int : int)
    set_extra f function(mixed ... : Parser._parser.HTML)
    splice_arg f function(void | string : string)
    tag f function(void | mixed : array(mapping(string:mixed | string) | string))
    tag_args f function(void | mixed : mapping(string:mixed | string))
    tag_content f function(: string)
    tag_name f function(: string)
    tags f function(: mapping(string:function(: int(1..1) | zero | array | string) | zero | array | function(Parser._parser.HTML, mapping(string:string) : int(1..1) | zero | array | string) | string))
    write_out f function(string | mixed ... : Parser._parser.HTML)
    ws_before_tag_name f function(void | int : int)
    xml_tag_syntax f function(void | int : int(2bit))
    # Parser._parser.XML
    Simple c function(: Parser._parser.XML.Simple)
    autoconvert f function(string : string)
    isbasechar f function(int : int)
    iscombiningchar f function(int : int)
    isdigit f function(int : int)
    isextender f function(int : int)
    isfirstnamechar f function(int : int)
    ishexchar f function(int : int)
    isidographic f function(int : int)
    isletter f function(int : int)
    isnamechar f function(int : int)
    isspace f function(int : int)
    # Parser._parser.XML.Simple
    Context K function(string, int, function(string, string, mapping, array | string, mapping(string:mixed), mixed ... : mixed), mixed ... : object) | function(string, string, int, function(string, string, mapping, array | string, mapping(string:mixed), mixed ... : mixed), mixed ... : object)
    allow_rxml_entities f function(int(1bit) : void)
    autoconvert f function(string : string)
    compat_allow_errors f function(void | string : void)
    define_entity f function(string, string, function(mixed ... : void | mixed), mixed ... : void)
    define_entity_raw f function(string, string : void)
    get_default_attributes f function(string : mapping(string:string))
    get_tag_attribute_cdata f function(string : mapping(string:int(1bit)))
    lookup_entity f function(string : string)
    parse f function(string, void | function(string, string, mapping, array | string, mapping(string:mixed), mixed ... : mixed), mixed ... : array(mixed)) | function(string, string, void | function(string, string, mapping, array | string, mapping(string:mixed), mixed ... : mixed), mixed ... : array(mixed))
    parse_dtd f function(string, void | function(string, string, mapping, array | string, mapping(string:mixed), mixed ... : mixed), mixed ... : array(mixed)) | function(string, string, void | function(string, string, mapping, array | string, mapping(string:mixed), mixed ... : mixed), mixed ... : array(mixed))
    set_attribute_cdata f function(string, string : void)
    set_default_attribute f function(string, string, string : void)
    # Parser._parser._C
    tokenize f function(string : array(array(string) | string))
    # Parser._parser._Pike
    tokenize f function(string : array(array(string) | string))
    # Parser._parser._RCS
    tokenize f function(string : array)
    # Pipe
    __output c function(: Pipe.__output)
    _pipe_debug f function(: array)
    pipe c function(: Pipe.pipe)
    # Pipe.__output
    # Pipe.pipe
    _input_close_callback f function(int : void)
    _input_read_callback f function(int, string : void)
    _output_close_callback f function(int : void)
    _output_write_callback f function(int : void)
    bytes_sent f function(: int)
    finish f function(: void)
    input f function(object : void)
    output f function(object, void | int : void)
    set_done_callback f function(void | function(mixed : mixed), void | mixed : void)
    set_output_closed_callback f function(void | function(mixed, object : mixed), void | mixed : void)
    start f function(: void)
    version f function(: string)
    write f function(string : void)
    # Postgres
    postgres c function(void | string, void | string, void | string, void | string, void | int : Postgres.postgres)
    postgres_result c function(object : Postgres.postgres_result)
    version k string
    # Postgres.postgres
    _quote f function(string : string)
    _set_notify_callback f function(int | function(string : void) : void)
    affected_rows f function(: int)
    big_query f function(string, void | array(void | int | string) : int | object)
    create f function(void | string, void | string, void | string, void | string, void | int : void)
    error f function(: string)
    host_info f function(: string)
    reset f function(: void)
    select_db f function(string : void)
    # Postgres.postgres_result
    create f function(object : void)
    fetch_fields f function(: void | array(mapping(string:mixed)))
    fetch_row f function(: void | array)
    num_fields f function(: int)
    num_rows f function(: int)
    seek f function(int : void)
    # Reporter
    ERROR k int
    FATAL k int
    NOTICE k zero
    SeverityLevel t type(int(2bit))
    WARNING k int
    report f function(int(2bit), string, int(0..2147483647), string, string, mixed ... : void)
    # Shuffler
    DONE k int
    INITIAL k zero
    PAUSED k int
    READ_ERROR k int
    RUNNING k int
    Shuffle c function(object, object, mixed, mixed : Shuffler.Shuffle)
    Shuffler c function(: Shuffler.Shuffler)
    USER_ABORT k int
    WRITE_ERROR k int
    # Shuffler.Shuffle
    add_source f function(mixed, void | mixed, void | mixed : void)
    create F function(object, object, mixed, mixed : void)
    done_callback v mixed
    pause f function(: void)
    request_arg v mixed
    send_more_callback f function(int : void)
    sent_data f function(: int)
    set_done_callback f function(mixed : void)
    set_request_arg f function(mixed : void)
    set_throttler f function(object : void)
    shuffler v object
    start f function(: void)
    state f function(: int)
    stop f function(: void)
    throttler v object
    write_callback f function(void | mixed : void)
    # Shuffler.Shuffler
    ___remove_shuffle f function(object : void)
    backend v object
    pause f function(: void)
    set_backend f function(object : void)
    set_throttler f function(void | object : void)
    shuffle f function(object : object)
    sources v array
    start f function(: void)
    throttler v object
    # Standards._BSON
    decode f function(string : mapping)
    # Standards._JSON
    ASCII_ONLY k int
    HUMAN_READABLE k int
    PIKE_CANONICAL k int
    decode f function(string : int | float | array | mapping | object | string)
    decode_utf8 f function(string : int | float | array | mapping | object | string)
    encode f function(int | float | array | mapping | object | string, void | int, void | function(mixed ... : void | mixed) | object | program | string, void | int : string)
    escape_string f function(string, void | int : string)
    validate f function(string : int)
    validate_utf8 f function(string : int)
    # System._Inotify
    IN_ACCESS k int
    IN_ALL_EVENTS k int
    IN_ATTRIB k int
    IN_CLOSE k int
    IN_CLOSE_NOWRITE k int
    IN_CLOSE_WRITE k int
    IN_CREATE k int
    IN_DELETE k int
    IN_DELETE_SELF k int
    IN_DONT_FOLLOW k int
    IN_IGNORED k int
    IN_ISDIR k int
    IN_MASK_ADD k int
    IN_MODIFY k int
    IN_MOVE k int
    IN_MOVED_FROM k int
    IN_MOVED_TO k int
    IN_MOVE_SELF k int
    IN_ONESHOT k int
    IN_ONLYDIR k int
    IN_OPEN k int
    IN_Q_OVERFLOW k int
    IN_UNMOUNT k int
    _Instance c function(: System._Inotify._Instance)
    parse_event f function(string : array(int | string))
    """#
}
