/** Short, neutral words that most people can spell, and that sound like no other on a bad line. */
export const referenceWords: readonly string[] = `
  acorn album alpine amber anchor apple april apron arch arrow aspen atlas attic autumn badge
  bagel baker bamboo banjo barley barn basil basket beach beacon bench berry birch biscuit
  blanket bloom blossom bonnet book bottle boulder bramble branch bread breeze brick bridge
  brook brush bucket butter button cactus camel canal candle canoe canvas carpet carrot castle
  cedar cello chalk cherry circle citrus clay cliff cloud clover coast cobalt coffee comet
  compass copper coral corner cotton cradle crane crayon creek cricket crystal curtain cushion
  cypress daisy denim dolphin domino donkey drawer eagle easel echo elbow engine fabric falcon
  farm feather fern fiddle field finch flag flannel flint flute forest frame garden garlic
  garnet gate ginger glacier glass globe glove gold granite grape grass gravel guitar hamlet
  hammer harbour harp harvest hazel heather hedge hill honey horizon indigo iris island ivory
  jacket jade jasmine jigsaw jumper juniper kayak kettle kitchen kite ladder lagoon lake lamp
  lantern laurel leaf lemon lentil lilac lime linen lion lobster locket lotus magnet maple
  marble market meadow melon mint mirror mitten moon morning mosaic moss motor muffin museum
  nectar needle nest nutmeg oasis oatmeal ocean olive onion opal orange orbit orchard orchid
  otter oval paddle paint palace panda paper parade parcel parrot parsley pasta path peach
  pebble pencil pepper piano picnic pillow pilot pine planet plum pocket poem polar pond poplar
  poppy potato prairie pumpkin puzzle quilt rabbit radish ribbon river robin rocket rowan ruby
  saddle saffron salmon sand sandal scarf shell shore silver sketch slate snow sofa sparrow
  spice spoon spring squash star stone stream summer sunset swan syrup table teapot thistle
  tiger timber toast tomato topaz tower tulip turnip turtle valley vanilla velvet village vine
  violet violin walnut water wheat willow window winter wood wool yarn yellow zebra
`
  .trim()
  .split(/\s+/)
