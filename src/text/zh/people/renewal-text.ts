/** The yearly question whether a resident still wants to be on the list. */
export const renewalZh = {
  list: '再问一次：还愿意留在名单上吗',
  count: (count: number) => `${count} 位`,
  since: (day: string) => `上次同意 ${day}`,
  ask: '去问一问',
  title: '请再问一次：还愿意留在名单上吗',
  lead: (day: string) => `上次同意是 ${day}，时间到了。请把下面这句话再念给老人听，按老人的回答点一下。`,
  yes: { 'in-person': '当面问过，还愿意', phone: '电话问过，还愿意' },
  no: '不愿意了',
  otherwise: '书面答复、家属代答，或不是今天问的，请在“同意”里记一次回答。',
  silence: '还没问到，档案照旧，不会因为没有答复就删掉。只有本人说不愿意，才结束档案。',
  renewed: '记下了，还愿意留在名单上。',
}
