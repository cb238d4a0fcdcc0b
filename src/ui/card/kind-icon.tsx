import {
  BadgeCheck,
  CircleAlert,
  Clock,
  Flag,
  Heart,
  Info,
  Layers,
  Lightbulb,
  MapPin,
  Milestone,
  Route,
  Search,
  Shield,
  SquareCheck,
  User,
  Wrench,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Kind } from '../../model/template.ts'

const ICONS: Record<Kind['icon'], LucideIcon> = {
  user: User,
  'map-pin': MapPin,
  heart: Heart,
  info: Info,
  'square-check': SquareCheck,
  'badge-check': BadgeCheck,
  shield: Shield,
  flag: Flag,
  route: Route,
  milestone: Milestone,
  lightbulb: Lightbulb,
  layers: Layers,
  alert: CircleAlert,
  clock: Clock,
  wrench: Wrench,
  search: Search,
}

export function KindIcon({ icon, size = 14 }: { readonly icon: Kind['icon']; readonly size?: number }): ReactNode {
  const Icon = ICONS[icon]
  return <Icon size={size} aria-hidden />
}
