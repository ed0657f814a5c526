import type { ConsentPurpose } from '#domain/vocabulary.ts'

/** Read out word for word when asking; each purpose is asked separately. */
export const consentWordsZh = {
  kept: '您愿意让社区把您的姓名、住址和电话记在名单上，好方便照应吗？随时可以让我们删掉。',
  posting: '您有什么小心愿，愿意由网格员替您登记到平台上吗？',
  card: '心愿会写成一张卡片公开，只写东西、年龄段和网格，不写名字。您同意吗？',
  contact: '有志愿者认领后，可以把您的电话和门牌告诉这一位志愿者，好上门送来吗？',
  photo: '送到的东西如果拍了照片，照片里只有东西、没有人，可以公开给大家看吗？不同意也一样送。',
  family:
    '可以给您的家里人一个链接吗？他们在手机上看您的心愿办到哪一步、谁来、什么时候来；您说可以的，也能替您答。随时可以停。',
} satisfies Record<ConsentPurpose, string>
