// The compiled default packs, as bytes: see cmake/packs.cmake.
    .section .rodata
    .balign 8
    .global spamlint_default_packs_begin
    .global spamlint_default_packs_end
spamlint_default_packs_begin:
    .incbin "default_packs.blob"
spamlint_default_packs_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
