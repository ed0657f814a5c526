import type { PhotoFault } from '#domain/photo/photo.ts'

export const photosZh = {
  title: '物品照片',
  label: '物品照片',
  hint: '不拍照也一样算送达。只拍东西：不拍人，不拍门牌和证件。照片会在手机上先缩小，里面的位置信息不保存。',
  alt: '送到的东西的照片',
  preview: '选好的照片',
  away: '去掉照片',
  inside: '只有社区工作人员和送达的志愿者看得到。',
  shown: '居民同意公开，大家都看得到。',
  add: '补一张物品照片',
  replace: '换一张照片',
  send: '上传照片',
  remove: '删除照片',
  again: '照片要再选一次。',
  chooseOne: '请先选一张照片；不想放照片，什么都不用做。',
  notNow: '送达以后、确认收到以前，由送达的志愿者补照片。现在不能补了。',
  fault: {
    'not-a-photo': '这个文件不是照片。请选 JPG、PNG 或 WebP 格式的照片，也可以不放照片。',
    'too-heavy': '照片超过 3 MB。请在手机上缩小以后再选，也可以不放照片。',
    'too-wide': '照片的尺寸太大了。请缩小以后再选，也可以不放照片。',
    broken: '照片打不开，可能没有传完整。请换一张，也可以不放照片。',
  } satisfies Record<PhotoFault, string>,
}
