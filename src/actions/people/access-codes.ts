import { randomBytes, randomInt } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { keyed, newId, sha256 } from '#auth/hashing.ts'
import { type Account, accountOf, type HeldRole, rolesHeld } from '#db/people/volunteer-rows.ts'
import { accessCodes } from '#db/schema/tables.ts'
import type { Statement } from '#db/store/store.ts'
import { accessCodeDays, accessCodeLength, accessCodeSigns, groupedCode } from '#domain/people/access-code.ts'
import { type Actor, actorId, holds, isSecretaryOf } from '#domain/people/actor.ts'
import { day } from '#domain/time/durations.ts'
import type { Services } from '#src/services.ts'

/** Shown once, in this answer; it cannot be looked up later. */
type IssuedCode = {
  readonly personId: string
  readonly name: string
  readonly phone: string
  /** In the form ABCD-2345. */
  readonly code: string
  /** For the link /a/…, which opens the same account; whichever is used first ends the other. */
  readonly token: string
  readonly expiresAt: Date
}
export type Issue =
  | { readonly ok: true; readonly issued: IssuedCode }
  /**
   * `elsewhere`: the person also has a role elsewhere, so this secretary may not open the account; an administrator
   * can.
   */
  | { readonly ok: false; readonly why: 'elsewhere'; readonly name: string }

/**
 * Issues a code for activation or a forgotten password and invalidates any earlier one. Null if the person is not one
 * of theirs.
 */
export async function issueCode(services: Services, actor: Actor, personId: string): Promise<Issue | null> {
  const [issue] = await issueCodes(services, actor, [personId])
  return issue ?? null
}

/** Issues codes for several people in one commit. People who are not theirs are left out silently. */
export async function issueCodes(
  services: Services,
  actor: Actor,
  personIds: readonly string[],
): Promise<readonly Issue[]> {
  const { store, now } = services
  const made: { readonly issue: Issue; readonly statements: readonly Statement[] }[] = []
  for (const personId of new Set(personIds)) {
    const account = await accountOf(store.db, personId)
    const held = await rolesHeld(store.db, personId, now())
    if (!account || !isTheirs(actor, held)) continue
    made.push(
      mayOpen(actor, held)
        ? newCode(services, actor, account, held)
        : { issue: { ok: false, why: 'elsewhere', name: account.name }, statements: [] },
    )
  }
  const [first, ...rest] = made.flatMap((one) => one.statements)
  if (first) await store.commit([first, ...rest])
  return made.map((one) => one.issue)
}

const isAdministrator = (actor: Actor): boolean => actor.kind === 'clock' || holds(actor, 'administrator')

const isInTheirCommunity = (actor: Actor, { role, communityId }: HeldRole): boolean =>
  (role === 'volunteer' || role === 'gridWorker') && communityId !== null && isSecretaryOf(actor, communityId)

const isTheirs = (actor: Actor, held: readonly HeldRole[]): boolean =>
  isAdministrator(actor) || held.some((role) => isInTheirCommunity(actor, role))

/**
 * A code opens the whole account, so secretaries may only issue one if all roles of the account are in their own
 * community.
 */
export const mayOpen = (actor: Actor, held: readonly HeldRole[]): boolean =>
  isAdministrator(actor) || held.every((role) => isInTheirCommunity(actor, role))

function newCode({ store, config, now }: Services, actor: Actor, account: Account, held: readonly HeldRole[]) {
  const { db } = store
  const personId = account.id
  const code = Array.from({ length: accessCodeLength }, () => accessCodeSigns[randomInt(accessCodeSigns.length)]).join(
    '',
  )
  const token = newLinkToken()
  const issuedAt = now()
  const expiresAt = new Date(issuedAt.getTime() + accessCodeDays * day)
  const place = held[0]?.communityId ?? held[0]?.areaId ?? '*'
  const statements = [
    db.delete(accessCodes).where(and(eq(accessCodes.personId, personId), isNull(accessCodes.usedAt))),
    db.insert(accessCodes).values({
      id: newId(),
      personId,
      codeHash: codeHash(config.secret, personId, code),
      linkHash: sha256(token),
      issuedBy: actorId(actor),
      issuedAt,
      expiresAt,
    }),
    registerEvent(store, {
      communityId: place,
      actorId: actorId(actor),
      action: 'code-issued',
      data: { personId },
      now: issuedAt,
    }),
  ]
  const issued = { personId, name: account.name, phone: account.phone, code: groupedCode(code), token, expiresAt }
  return { issue: { ok: true as const, issued }, statements }
}

/** 128 random bits, 22 characters of an address. Only the hash is stored. */
export const newLinkToken = (): string => randomBytes(16).toString('base64url')

/** The keyed hash that is stored in place of a code. */
export const codeHash = (secret: string, personId: string, code: string): string =>
  keyed(secret, 'access-code', personId, code)
