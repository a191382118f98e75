export function spokenRole(role: string): string {
  return role.replaceAll('-', ' ');
}
